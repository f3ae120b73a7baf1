import { useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Descriptions, Form, Tag } from "antd";
import { useId, useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { LimitedText } from "../../shared/LimitedText";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, moment } from "../../texts/format";
import { common, supervision as t } from "../../texts/zh-CN.supervision";
import { useRoles } from "../shell/session";
import { supervisionCalls, supervisionKey, useVisit, type VisitView } from "./queries";
import { HoldVisit, ReportVisit } from "./VisitForms";
import { stateColours } from "./VisitList";

const lights = { GREEN: "success", YELLOW: "warning", RED: "error" } as const;
const refresh = [supervisionKey, ["tasks"]];

/** One visit: what was seen, what is advised, and what the school says to it. */
export function VisitPage() {
  const { id } = useParams({ strict: false });
  return <Loaded query={useVisit(id ?? "")}>{(found) => <OneVisit found={found} />}</Loaded>;
}

function OneVisit(props: { found: VisitView }) {
  const { found } = props;
  const { visit, record } = found;
  const { has } = useRoles();
  const ofTheBureau = has("party-office", "party-group-member", "discipline");
  const isSecretary = has("school-secretary");
  return (
    <Page
      title={visit.schoolName ?? visit.itemTitle}
      actions={
        <>
          <Tag color={stateColours[visit.state]}>{t.states[visit.state]}</Tag>
          {has("party-office") && visit.state === "ANNOUNCED" && <CallOff found={found} />}
        </>
      }
    >
      <div className="stack">
        <Card>
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: "item", label: t.item, children: `${visit.itemNumber} ${visit.itemTitle}` },
              { key: "on", label: t.date, children: day(visit.on) },
              { key: "announced", label: t.states.ANNOUNCED, children: day(found.announcedOn) },
              ...(record === undefined
                ? []
                : [
                    { key: "means", label: t.means, children: record.means.map((means) => t.meansWords[means]).join("、") },
                    { key: "met", label: t.met, children: record.met },
                    { key: "note", label: t.note, children: record.note || common.none },
                  ]),
              ...(found.reason === undefined ? [] : [{ key: "reason", label: t.because, children: found.reason }]),
            ]}
          />
        </Card>
        {found.light !== undefined && <Light found={found} mayExplain={isSecretary} ofTheBureau={ofTheBureau} />}
        {found.strengths !== undefined && (
          <Card title={t.strengths}>
            <p className="prose">{found.strengths}</p>
          </Card>
        )}
        {found.problems !== undefined && (
          <Card title={t.problems}>
            <p className="prose">{found.problems}</p>
          </Card>
        )}
        {found.guidance.map((advice, n) => (
          <Card key={advice.id} title={`${t.guidance} ${n + 1}`} extra={<span className={advice.overdue ? "error" : "quiet"}>{advice.overdue ? t.overdue : t.replyBy(day(advice.replyBy))}</span>}>
            <p className="prose">{advice.text}</p>
            {advice.reply === undefined ? (
              isSecretary && <Say label={t.reply} okText={t.reply} done={t.replied} limit={500} say={(text) => supervisionCalls.reply(advice.id, text)} />
            ) : (
              <>
                <p className="quiet">{t.repliedOn(day(advice.repliedOn))}</p>
                <p className="prose">{advice.reply}</p>
              </>
            )}
          </Card>
        ))}
        {ofTheBureau && visit.state === "ANNOUNCED" && <HoldVisit visit={visit} />}
        {ofTheBureau && visit.state === "HELD" && <ReportVisit visit={visit} />}
      </div>
    </Page>
  );
}

function Light(props: { found: VisitView; mayExplain: boolean; ofTheBureau: boolean }) {
  const { light, visit } = props.found;
  if (light === undefined) {
    return null;
  }
  return (
    <Card title={t.light} extra={!props.ofTheBureau && <span className="quiet">{t.privateUntil(moment(light.bureauSeesItFrom))}</span>}>
      <Alert type={lights[light.colour]} showIcon title={t.colours[light.colour]} description={light.why} />
      {light.schoolWord === undefined ? (
        props.mayExplain && <Say label={t.explain} hint={t.explainHint} okText={t.explain} done={t.explained} limit={500} say={(text) => supervisionCalls.explain(visit.id, text)} />
      ) : (
        <p className="prose">{light.schoolWord}</p>
      )}
    </Card>
  );
}

function Say(props: { label: string; hint?: string; okText: string; done: string; limit: number; say: (text: string) => Promise<unknown> }) {
  const [form] = Form.useForm<{ text: string }>();
  const say = useMove({ run: ({ text }: { text: string }) => props.say(text), refresh, done: props.done, form });
  return (
    // of its own name: several stand on the page, and each label belongs to its own field
    <Form name={useId()} form={form} layout="vertical" style={{ marginTop: 12 }} onFinish={(said) => say.mutate(said)}>
      <LimitedText name="text" label={props.label} limit={props.limit} rows={3} {...(props.hint === undefined ? {} : { hint: props.hint })} />
      <Button type="primary" htmlType="submit" loading={say.isPending}>
        {props.okText}
      </Button>
    </Form>
  );
}

function CallOff(props: { found: VisitView }) {
  const [asking, setAsking] = useState(false);
  const callOff = useMove({ run: (reason: string) => supervisionCalls.callOff(props.found.visit, reason), refresh, done: t.calledOff, afterwards: () => setAsking(false) });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.callOff}</Button>
      {asking && <AskReason min={5} title={t.callOff} okText={t.callOff} pending={callOff.isPending} onCancel={() => setAsking(false)} onGiven={(reason) => callOff.mutate(reason)} />}
    </>
  );
}
