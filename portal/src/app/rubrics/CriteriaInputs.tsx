import { InputNumber } from "antd";
import { useId } from "react";
import { points } from "../../texts/format";
import { rubrics as t } from "../../texts/zh-CN.mutualreview";
import type { Criterion } from "./queries";
import { byPart, highestSum, type Points, sumOf, unscored } from "./sums";

/** One number field per criterion, in points; kept as milli-points. Empty means not scored. */
export function CriteriaInputs(props: { criteria: Criterion[]; value?: Points; onChange?: (given: Points) => void; disabled?: boolean }) {
  const id = useId();
  const given = props.value ?? {};
  const missing = unscored(props.criteria, given);
  return (
    <div>
      {byPart(props.criteria).map(([part, lines]) => (
        <fieldset key={part} className="criteria">
          <legend>{part}</legend>
          {lines.map((criterion) => (
            <div key={criterion.code} className="criterion">
              <label htmlFor={`${id}-${criterion.code}`}>
                {criterion.name} <span className="quiet small">{t.max(points(criterion.maxPoints))}</span>
              </label>
              <InputNumber
                id={`${id}-${criterion.code}`}
                min={0}
                max={criterion.maxPoints / 1000}
                step={0.5}
                inputMode="decimal"
                disabled={props.disabled}
                value={inPoints(given[criterion.code])}
                onChange={(value) => props.onChange?.({ ...given, [criterion.code]: inMilli(value) })}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <div className="row" style={{ marginTop: 8 }}>
        <strong className="number">{t.total(points(sumOf(props.criteria, given)), points(highestSum(props.criteria)))}</strong>
        <span className="quiet">{missing === 0 ? t.complete : t.unscored(missing)}</span>
      </div>
    </div>
  );
}

function inPoints(milli: number | null | undefined) {
  return milli === null || milli === undefined ? null : milli / 1000;
}

/** Rounded to the half points that a rubric allows. */
function inMilli(value: number | string | null) {
  return value === null ? null : Math.round(Number(value) * 2) * 500;
}
