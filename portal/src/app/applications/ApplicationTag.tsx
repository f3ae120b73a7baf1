import { Tag } from "antd";
import { applications as t } from "../../texts/zh-CN.applications";
import type { ApplicationState } from "./queries";

const colours: Partial<Record<ApplicationState, string>> = {
  SUBMITTED: "blue",
  RETURNED: "orange",
  RECOMMENDED: "cyan",
  BATCHED: "geekblue",
  RECEIVED: "geekblue",
  CORRECTION: "orange",
  FORMALLY_OK: "green",
  HONOURED: "gold",
  REVOKED: "red",
};

export function ApplicationTag(props: { state: ApplicationState }) {
  return <Tag color={colours[props.state]}>{t.states[props.state]}</Tag>;
}
