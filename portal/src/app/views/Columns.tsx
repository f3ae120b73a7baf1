import { EyeOutlined } from "@ant-design/icons";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Checkbox } from "antd";
import { useMemo } from "react";
import { columns as t } from "../../texts/zh-CN.views";
import { hiddenBy, hiding } from "./address";
import { Drop } from "./Drop";

/** Whether the address leaves a column in; the same function for as long as that stays so, as the rows of long lists need it. */
export function useShown<K extends string>() {
  const { hide } = useSearch({ strict: false });
  return useMemo(() => {
    const hidden = hiddenBy(hide);
    return (column: K) => !hidden.has(column);
  }, [hide]);
}

/**
 * Which columns a list shows, kept in the address.
 *
 * @param always without which nobody would know what a row is
 */
export function Columns(props: { always: string; columns: Record<string, string> }) {
  const { hide } = useSearch({ strict: false });
  const navigate = useNavigate();
  const hidden = hiddenBy(hide);
  const count = Object.keys(props.columns).filter((column) => hidden.has(column)).length;
  const show = (next: string | undefined) => void navigate({ to: ".", search: (before) => ({ ...before, hide: next }), replace: true });
  return (
    <Drop icon={<EyeOutlined />} words={count === 0 ? t.columns : t.some(count)}>
      <fieldset className="plain drop-choices">
        <legend>{t.choose}</legend>
        <Checkbox checked disabled>
          {props.always}
        </Checkbox>
        {Object.entries(props.columns).map(([column, label]) => (
          <Checkbox key={column} checked={!hidden.has(column)} onChange={(event) => show(hiding(hide, column, event.target.checked))}>
            {label}
          </Checkbox>
        ))}
      </fieldset>
      <Button size="small" disabled={count === 0} onClick={() => show(undefined)}>
        {t.all}
      </Button>
    </Drop>
  );
}
