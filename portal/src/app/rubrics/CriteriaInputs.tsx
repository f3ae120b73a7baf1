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
                onPressEnter={(event) => goOn(event.currentTarget)}
                onChange={(value) => props.onChange?.({ ...given, [criterion.code]: inMilli(value) })}
              />
              {!props.disabled && <Anchors criterion={criterion} given={given[criterion.code]} onChoose={(chosen) => props.onChange?.({ ...given, [criterion.code]: chosen })} />}
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

/** What points look like, best first; a tap gives as many. */
function Anchors(props: { criterion: Criterion; given: number | null | undefined; onChoose: (milli: number) => void }) {
  const anchors = props.criterion.anchors ?? [];
  return (
    anchors.length > 0 && (
      <ul className="anchors" aria-label={t.anchors(props.criterion.name)}>
        {anchors.toSorted((one, other) => other.points - one.points).map((anchor) => (
          <li key={anchor.points}>
            <button type="button" aria-pressed={props.given === anchor.points} onClick={() => props.onChoose(anchor.points)}>
              <strong className="number">{t.anchor(points(anchor.points))}</strong> {anchor.text}
            </button>
          </li>
        ))}
      </ul>
    )
  );
}

/** Enter goes on to the next field of the page that takes points. */
function goOn(from: HTMLInputElement) {
  const all = [...document.querySelectorAll<HTMLInputElement>(".criterion input:enabled")];
  all[all.indexOf(from) + 1]?.focus();
}

function inPoints(milli: number | null | undefined) {
  return milli === null || milli === undefined ? null : milli / 1000;
}

/** Rounded to the half points that a rubric allows. */
function inMilli(value: number | string | null) {
  return value === null ? null : Math.round(Number(value) * 2) * 500;
}
