import "./paper-forms.css";
import { type ReactNode, useEffect, useState } from "react";
import { Segments } from "../../parts/form/Segments.tsx";
import { Button } from "../../parts/look/Button.tsx";
import type { DrawnForm } from "./ask.ts";
import { PaperPage } from "./PaperPage.tsx";
import { loadPaperFont } from "./paper-font.ts";
import { zoomed, zoomOfKey } from "./zoom.ts";

/** The forms of one care user as they are on paper: one at a time, all of its pages, in the size one likes. */
export function PaperForms({ forms }: { readonly forms: readonly DrawnForm[] }): ReactNode {
  const [chosen, setChosen] = useState(0);
  const [zoom, setZoom] = useState(1);
  useEffect(loadPaperFont, []);
  const at = Math.min(chosen, forms.length - 1);
  const form = forms[at];
  if (form === undefined) return <p className="soft">紙の形で表示できる書類がありません。</p>;

  return (
    <div className="stack">
      <div className="spread no-print">
        {forms.length === 1 ? (
          <strong>{form.title}</strong>
        ) : (
          <Segments
            label="書類"
            value={String(at)}
            options={forms.map((one, place) => ({
              value: String(place),
              label: nameAmong(one, forms),
            }))}
            onChange={(value) => {
              setChosen(Number(value));
            }}
          />
        )}
        <Tools zoom={zoom} onZoom={setZoom} />
      </div>
      <section
        className="paper-forms"
        aria-label={`${form.title} ${form.pages.length}ページ`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
          const next = ctrlKey || metaKey || altKey ? undefined : zoomOfKey(key, zoom);
          if (next !== undefined) setZoom(next);
        }}
      >
        {form.pages.map((page, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pages of a form stand still
          <PaperPage key={place} page={page} zoom={zoom} />
        ))}
      </section>
    </div>
  );
}

function Tools({
  zoom,
  onZoom,
}: {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}): ReactNode {
  return (
    <div className="paper-tools">
      <Button
        label="小さくする"
        onPress={() => {
          onZoom(zoomed(zoom, "out"));
        }}
      >
        －
      </Button>
      <span className="paper-zoom" role="status" aria-label={`表示の大きさ ${zoom * 100}%`}>
        {zoom * 100}%
      </span>
      <Button
        label="大きくする"
        onPress={() => {
          onZoom(zoomed(zoom, "in"));
        }}
      >
        ＋
      </Button>
      <Button
        onPress={() => {
          onZoom(1);
        }}
      >
        幅に合わせる
      </Button>
      <Button
        icon="print"
        label="表示している書類を印刷する"
        onPress={() => {
          window.print();
        }}
      >
        印刷
      </Button>
    </div>
  );
}

/** The title of a form; where several are called alike, with what each is about. */
function nameAmong({ title, about }: DrawnForm, forms: readonly DrawnForm[]): string {
  const alike = forms.filter((other) => other.title === title);
  return alike.length === 1 ? title : `${title}（${about}）`;
}
