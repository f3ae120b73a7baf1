import { InputNumber } from "antd";
import { useId } from "react";
import { points } from "../../texts/format";
import { rubrics as t } from "../../texts/zh-CN";
import type { Criterion } from "./queries";
import { highestSum, type Points, sumOf, unscored } from "./sums";

/** One number field per criterion, in points; kept as milli-points. Empty means not scored. */
export function CriteriaInputs(props: { criteria: Criterion[]; value?: Points; onChange?: (given: Points) => void; disabled?: boolean }) {
  const id = useId();
  const given = props.value ?? {};
  const missing = unscored(props.criteria, given);
  return (
    <div>
      <ul className="criteria">
        {props.criteria.map((criterion) => (
          <li key={criterion.code}>
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
              value={typeof given[criterion.code] === "number" ? (given[criterion.code] ?? 0) / 1000 : null}
              onChange={(value) => props.onChange?.({ ...given, [criterion.code]: value === null ? null : Math.round(Number(value) * 2) * 500 })}
            />
          </li>
        ))}
      </ul>
      <div className="row" style={{ marginTop: 8 }}>
        <strong className="number">{t.total(points(sumOf(props.criteria, given)), points(highestSum(props.criteria)))}</strong>
        <span className="quiet">{missing === 0 ? t.complete : t.unscored(missing)}</span>
      </div>
    </div>
  );
}
