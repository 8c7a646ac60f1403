import "./software.css";
import type { ReactNode } from "react";
import { Agree } from "../../parts/form/Agree.tsx";
import { SearchBox } from "../../parts/form/SearchBox.tsx";
import { ranges, type SoftwareWishes } from "./filter.ts";

interface SoftwareFilterProps {
  readonly wishes: SoftwareWishes;
  readonly onChange: (wishes: SoftwareWishes) => void;
}

export function SoftwareFilter({ wishes, onChange }: SoftwareFilterProps): ReactNode {
  return (
    <search className="software-filter">
      <SearchBox
        label="介護ソフト名・会社名でさがす"
        value={wishes.words}
        onChange={(words) => {
          onChange({ ...wishes, words });
        }}
      />
      <fieldset className="form-group">
        <legend>対応している範囲でしぼる</legend>
        <div className="row">
          {ranges.map(([range, name, tables]) => (
            <Agree
              key={range}
              agreed={wishes.ranges.has(range)}
              onChange={(is) => {
                const next = new Set(wishes.ranges);
                if (is) next.add(range);
                else next.delete(range);
                onChange({ ...wishes, ranges: next });
              }}
            >
              {name}（{tables}）
            </Agree>
          ))}
        </div>
      </fieldset>
    </search>
  );
}
