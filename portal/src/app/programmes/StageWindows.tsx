import { Tag } from "antd";
import { windowState } from "../../shared/windows";
import { dayInChina, monthDay } from "../../texts/format";
import { stages, windowWords } from "../../texts/zh-CN";
import type { Programme, StageWindow } from "./queries";

/** The programme's windows with where each stands today, in words and colour. */
export function StageWindows(props: { programme: Pick<Programme, "windows" | "words"> }) {
  const today = dayInChina();
  return (
    <ul className="rows">
      {props.programme.windows.map((window) => (
        <li key={window.stage} className="row">
          <span className="row-main row-title">{window.stage === "COMMENDATION" ? props.programme.words.honour : stages[window.stage]}</span>
          <span className="quiet number">
            {monthDay(window.opensOn)}—{monthDay(window.closesOn)}
          </span>
          <WindowTag window={window} today={today} />
        </li>
      ))}
    </ul>
  );
}

export function WindowTag(props: { window: StageWindow; today?: string }) {
  const state = windowState(props.window, props.today ?? dayInChina());
  switch (state.kind) {
    case "NOT_YET":
      return <Tag>{windowWords.notYet(state.opensInDays)}</Tag>;
    case "OPEN":
      return <Tag color="green">{windowWords.open(state.daysLeft)}</Tag>;
    case "CLOSING":
      return <Tag color="orange">{windowWords.closing(state.daysLeft)}</Tag>;
    case "CLOSED":
      return <Tag>{windowWords.closed}</Tag>;
  }
}
