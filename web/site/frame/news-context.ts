import type { HelpDesk, NewsItem } from "@tsunagi/contract/exchange";
import { createContext, useContext } from "react";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import { centre } from "../api.ts";

/** News and help desk, asked for once for all pages. */
export interface News {
  readonly news: readonly NewsItem[];
  readonly helpDesk: HelpDesk;
}

export const NewsContext = createContext<Loaded<News> | undefined>(undefined);

export function useNews(): Loaded<News> {
  return useResource(loadNews);
}

export function useLoadedNews(): Loaded<News> {
  const loaded = useContext(NewsContext);
  if (loaded === undefined) throw new Error("used outside of the site");
  return loaded;
}

function loadNews(signal: AbortSignal): Promise<News> {
  return centre.news(undefined, { signal });
}
