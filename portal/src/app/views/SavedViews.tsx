import { CheckOutlined, DeleteOutlined, EditOutlined, FolderOutlined } from "@ant-design/icons";
import { Link, useSearch } from "@tanstack/react-router";
import { Button, Form, Modal } from "antd";
import { type Dispatch, type MouseEvent, type SetStateAction, useState } from "react";
import { asProblem } from "../../api/problem";
import { LimitedText } from "../../shared/LimitedText";
import { useMove } from "../../shared/useMove";
import { common, views as t } from "../../texts/zh-CN.views";
import { queryOf, searchOf } from "./address";
import { closeDrop, Drop } from "./Drop";
import { useViews, type View, viewCalls, viewsKey } from "./queries";

const longestName = 20;

/** Somebody's own views of a page: to open, to keep the page as it stands, to name anew and to take away. */
export function SavedViews(props: { page: string }) {
  const query = queryOf(useSearch({ strict: false }));
  const [wanted, setWanted] = useState(false);
  const [naming, setNaming] = useState<View>();
  const [removed, setRemoved] = useState<View[]>([]);
  const views = useViews(props.page, wanted);
  const kept = views.data ?? [];
  const name = (view: View) => (event: MouseEvent) => {
    closeDrop(event);
    setNaming(view);
  };
  return (
    <>
      <Drop
        icon={<FolderOutlined />}
        words={t.views}
        onOpen={() => {
          setWanted(true);
          setRemoved([]);
        }}
      >
        {views.isError && (
          <p>
            {asProblem(views.error).message}{" "}
            <Button size="small" onClick={() => void views.refetch()}>
              {common.retry}
            </Button>
          </p>
        )}
        {views.isPending && <p className="quiet">{common.loading}</p>}
        {views.isSuccess && kept.length + removed.length === 0 && <p className="quiet">{t.empty}</p>}
        <ul className="drop-rows">
          {rowsOf(kept, removed).map((view) => (
            <Row key={view.id} view={view} here={query} removed={removed} setRemoved={setRemoved} onRename={name(view)} />
          ))}
        </ul>
        <Button block disabled={!views.isSuccess} onClick={(event) => name({ id: crypto.randomUUID(), page: props.page, name: "", query })(event)}>
          {t.save}
        </Button>
      </Drop>
      {naming !== undefined && <NameView view={naming} kept={kept} onClose={() => setNaming(undefined)} />}
    </>
  );
}

/** By name; what was just taken away keeps its place, so that it can come back. */
const rowsOf = (kept: View[], removed: View[]) => [...new Map([...kept, ...removed].map((view) => [view.id, view])).values()].toSorted((one, other) => one.name.localeCompare(other.name, "zh-CN"));

function Row(props: { view: View; here: string; removed: View[]; setRemoved: Dispatch<SetStateAction<View[]>>; onRename: (event: MouseEvent) => void }) {
  const { view, setRemoved } = props;
  const gone = props.removed.includes(view);
  const remove = useMove({
    run: async () => {
      await viewCalls.remove(view);
      setRemoved((before) => [...before, view]);
    },
    refresh: [viewsKey],
  });
  const undo = useMove({ run: () => viewCalls.keep(view), refresh: [viewsKey], afterwards: () => setRemoved((before) => before.filter((one) => one !== view)) });
  return (
    <li>
      {gone ? (
        <span className="quiet">{t.removed(view.name)}</span>
      ) : (
        <>
          <Link to="." search={searchOf(view.query)} activeOptions={{ exact: true }} onClick={closeDrop}>
            {view.name}
            {queryOf(searchOf(view.query)) === props.here && <CheckOutlined aria-label={t.current} />}
          </Link>
          <Button type="text" size="small" icon={<EditOutlined />} aria-label={t.renameOf(view.name)} onClick={props.onRename} />
        </>
      )}
      {gone ? (
        <Button type="text" size="small" aria-label={t.undoOf(view.name)} onClick={() => undo.mutate()}>
          {t.undo}
        </Button>
      ) : (
        <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.removeOf(view.name)} onClick={() => remove.mutate()} />
      )}
    </li>
  );
}

/** Names a view: one of those that are kept, or the page as it stands, which may take the place of its namesake. */
function NameView(props: { view: View; kept: View[]; onClose: () => void }) {
  const { view } = props;
  const isNew = view.name === "";
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  const [form] = Form.useForm<{ name: string }>();
  const namesakeOf = (name: string) => (isNew ? props.kept.find((one) => one.name === name.trim()) : undefined);
  const namesake = namesakeOf(Form.useWatch("name", form) ?? "");
  const keep = useMove({
    run: ({ name }: { name: string }) => viewCalls.keep({ ...view, id: namesakeOf(name)?.id ?? view.id, name: name.trim() }),
    refresh: [viewsKey],
    done: isNew ? t.saved : t.renamed,
    form,
    afterwards: close,
  });
  return (
    <Modal open={open} title={isNew ? t.save : t.rename} okText={common.save} confirmLoading={keep.isPending} onCancel={close} afterClose={props.onClose} onOk={form.submit}>
      {isNew && <p className="quiet">{t.saveHint}</p>}
      <Form form={form} layout="vertical" initialValues={{ name: view.name }} onFinish={(said) => keep.mutate(said)}>
        <LimitedText name="name" label={t.name} limit={longestName} placeholder={t.nameExample} hint={namesake && t.replaces} />
      </Form>
      {isNew && <p className="quiet small">{t.share}</p>}
    </Modal>
  );
}
