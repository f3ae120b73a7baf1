import { Button, Drawer, Form, Segmented } from "antd";
import { useState } from "react";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { dayInChina } from "../../texts/format";
import { supervision as t } from "../../texts/zh-CN.supervision";
import { type ListItem, supervisionCalls, supervisionKey, useListItems } from "./queries";

/** The yearly list: what is not on it is not supervised. Next year's is written before this year ends. */
export function ListItems(props: { mayAdd: boolean }) {
  const [open, setOpen] = useState(false);
  const thisYear = Number(dayInChina().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.items}</Button>
      <Drawer open={open} title={t.itemsTitle(year)} onClose={() => setOpen(false)} size="large">
        <Segmented aria-label={t.itemsYear} options={[thisYear, thisYear + 1].map((one) => ({ value: one, label: t.year(one) }))} value={year} onChange={setYear} />
        <Loaded query={useListItems(year)}>
          {(items) =>
            items.length === 0 ? (
              <p className="quiet">{t.noItems}</p>
            ) : (
              <ul className="rows">
                {items.map((item) => (
                  <li key={item.id} className="row">
                    <div className="row-main">
                      <span className="row-title">
                        {item.number} {item.title}
                      </span>
                      <div className="row-facts">{item.document}</div>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {props.mayAdd && <AddItem key={year} year={year} />}
      </Drawer>
    </>
  );
}

function AddItem(props: { year: number }) {
  const [form] = Form.useForm<Pick<ListItem, "number" | "title" | "document">>();
  const add = useMove({
    run: (item: Pick<ListItem, "number" | "title" | "document">) => supervisionCalls.list({ year: props.year, ...item }),
    refresh: [supervisionKey],
    done: t.itemAdded,
    form,
    afterwards: () => form.resetFields(),
  });
  return (
    <Form form={form} layout="vertical" style={{ marginTop: 24 }} onFinish={(item) => add.mutate(item)}>
      <LimitedText name="number" label={t.itemNumber} limit={30} />
      <LimitedText name="title" label={t.itemTitle} limit={100} />
      <LimitedText name="document" label={t.itemDocument} limit={100} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t.addItem}
      </Button>
    </Form>
  );
}
