import { Button, Form, Modal, Select } from "antd";
import { DayPicker } from "../../shared/DayPicker";
import { useMove } from "../../shared/useMove";
import { common } from "../../texts/zh-CN";
import { inspections as t } from "../../texts/zh-CN.inspections";
import { useSchoolsThatEntered } from "../applications/queries";
import { usePeople, useSchools } from "../organisations/queries";
import type { Programme } from "../programmes/queries";
import { inspectionCalls, inspectionsKey } from "./queries";

type Values = { schools: string[]; on: string; inspectors: string[] };

/** One day and one team for one or many schools; those with an entry first, though any school may be looked at. */
export function ScheduleVisits(props: { programme: Programme; visited: string[]; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const schools = useSchools().filter((one) => !props.visited.includes(one.id));
  const entered = useSchoolsThatEntered(props.programme.id);
  const [entrants, others] = [schools.filter((one) => entered.data?.has(one.id)), schools.filter((one) => !entered.data?.has(one.id))];
  const inspectors = usePeople("inspector");
  const chosen = Form.useWatch("schools", form) ?? [];
  const schedule = useMove({
    run: (values: Values) =>
      inspectionCalls.schedule(
        props.programme.id,
        values.schools.map((schoolId) => ({ id: crypto.randomUUID(), schoolId, on: values.on, inspectors: values.inspectors })),
      ),
    refresh: [inspectionsKey, ["tasks"]],
    done: t.scheduled(chosen.length),
    form,
    afterwards: props.onClose,
  });
  return (
    <Modal open title={t.scheduleTitle} okText={t.scheduleSubmit(chosen.length)} confirmLoading={schedule.isPending} onCancel={props.onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={(values) => schedule.mutate(values)}>
        <Form.Item name="schools" label={t.schools} extra={t.schoolsHint(entrants.length)} rules={[{ required: true, message: common.required }]}>
          <Select
            mode="multiple"
            maxTagCount={6}
            optionFilterProp="label"
            loading={entered.isPending}
            options={[
              { label: t.entrants, options: entrants.map(named) },
              { label: t.others, options: others.map(named) },
            ].filter((group) => group.options.length > 0)}
          />
        </Form.Item>
        <Button size="small" style={{ marginTop: -16, marginBottom: 16 }} disabled={entrants.length === 0} onClick={() => form.setFieldValue("schools", entrants.map((school) => school.id))}>
          {t.allSchools}
        </Button>
        <Form.Item name="on" label={t.on} rules={[{ required: true, message: common.required }]}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="inspectors" label={t.inspectors} extra={t.inspectorsHint} rules={[{ required: true, message: common.required }]}>
          <Select mode="multiple" loading={inspectors.isPending} optionFilterProp="label" options={(inspectors.data ?? []).map((person) => ({ value: person.subject, label: person.name }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const named = (school: { id: string; name: string }) => ({ value: school.id, label: school.name });
