import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { dateOfInstant } from "../../parts/words/japanese-date.ts";
import { theCentre } from "../api.ts";
import { useLoadedNews } from "../frame/news-context.ts";

/** お知らせ: titles with their days; one unfolds to its text. */
export function NewsCard(): ReactNode {
  const { resource, reload } = useLoadedNews();
  return (
    <Card title="お知らせ">
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="お知らせを読み込めませんでした"
          error={resource.error}
          otherSide={theCentre}
          onAgain={reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value.news.length === 0 ? (
        <p className="soft">いまお知らせはありません。</p>
      ) : null}
      {resource.state === "ready" && resource.value.news.length > 0 ? (
        <ul>
          {resource.value.news.map(({ id, at, title, text }, index) => (
            <li key={id}>
              <details className="home-news" open={index === 0}>
                <summary className="home-news-head">
                  <time className="soft small" dateTime={at}>
                    {dateOfInstant(at)}
                  </time>
                  <span className="home-news-title">{title}</span>
                </summary>
                <p className="home-news-text">{text}</p>
              </details>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
