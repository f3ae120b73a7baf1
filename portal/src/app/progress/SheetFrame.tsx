import { Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Loaded } from "../../shared/Loaded";
import { ConflictNotice, SaveLine, useAutosave } from "../../shared/useAutosave";
import { type Kept, progressKey, saveSheet, type Sheets, useSheet, type Year } from "./queries";

type Frame<S extends keyof Sheets> = {
  sheet: S;
  year: Year;
  writes: boolean;
  lead: string;
  /** What is sent of what stands in the form. */
  read: (typed: Sheets[S]) => Sheets[S];
  /** What stands in the form of what was kept. */
  show?: (kept: Sheets[S]) => Sheets[S];
  children: (form: FormInstance<Sheets[S]>) => ReactNode;
};

/** One of a school's sheets: it saves itself while it is typed, and others read it only. */
export function SheetFrame<S extends keyof Sheets>(props: Frame<S>) {
  const sheet = useSheet(props.sheet, props.year);
  return <Loaded query={sheet}>{(kept) => <Filled key={sheet.dataUpdatedAt} {...props} kept={kept} onReload={() => void sheet.refetch()} />}</Loaded>;
}

function Filled<S extends keyof Sheets>(props: Frame<S> & { kept: Kept<S>; onReload: () => void }) {
  const { kept, year, read } = props;
  const queries = useQueryClient();
  const [form] = Form.useForm<Sheets[S]>();
  const { saver, state } = useAutosave<Sheets[S]>(async (content, version) => {
    const saved = await saveSheet(props.sheet, year, read(content), version);
    void queries.invalidateQueries({ queryKey: [...progressKey, "summary"] });
    return saved;
  }, kept.version);
  return (
    <div className="stack">
      <ConflictNotice state={state} onReload={props.onReload} />
      <p className="quiet">{props.lead}</p>
      <Form<Sheets[S]>
        form={form}
        layout="vertical"
        disabled={!props.writes}
        initialValues={props.show?.(kept.sheet) ?? kept.sheet}
        onValuesChange={() => saver.typed(form.getFieldsValue(true) as Sheets[S])}
      >
        {props.children(form)}
      </Form>
      {props.writes && <SaveLine state={state} onRetry={() => void saver.flush()} />}
    </div>
  );
}
