import { useParams } from "@tanstack/react-router";
import { App, Button, Card, Descriptions, Flex, Form, InputNumber, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { WorkbookImport } from "../../shared/WorkbookImport";
import { day } from "../../texts/format";
import { appraisals as t, common } from "../../texts/zh-CN.appraisals";
import { WithProgramme } from "../programmes/current";
import { useRoles } from "../shell/session";
import { stateColours, Turnout } from "./AppraisalList";
import { CountVotes } from "./CountVotes";
import { PaperBallots } from "./PaperBallots";
import { PrintedCodes } from "./PrintedCodes";
import { ProtocolCard } from "./ProtocolCard";
import { type Appraisal, appraisalCalls, appraisalsKey, rollTemplate, useAppraisals, useRoll } from "./queries";

const refresh = [appraisalsKey];

/** One electorate of one school, from its roll to the count. */
export function AppraisalPage() {
  const { id } = useParams({ strict: false });
  return <WithProgramme>{(programme) => <InProgramme programme={programme.id} id={id ?? ""} />}</WithProgramme>;
}

function InProgramme(props: { programme: string; id: string }) {
  return (
    <Loaded query={useAppraisals(props.programme)}>
      {(all) => {
        const one = all.find((appraisal) => appraisal.id === props.id);
        return one === undefined ? <Nothing text={common.none} /> : <OneAppraisal appraisal={one} />;
      }}
    </Loaded>
  );
}

function OneAppraisal(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const { has } = useRoles();
  const isSchool = has("school-secretary", "info-officer");
  const votes = one.state === "TRIAL" || one.state === "OPEN";
  return (
    <Page
      title={`${one.school} · ${t.electorates[one.electorate]}`}
      actions={
        <>
          {one.advisory === true && <Tag color="orange">{t.advisory}</Tag>}
          <Tag color={stateColours[one.state]}>{t.states[one.state]}</Tag>
          {has("party-office") && <Moves appraisal={one} />}
        </>
      }
    >
      <div className="stack">
        <Card>
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: "days", label: t.when, children: t.days(day(one.opensOn), day(one.closesOn)) },
              { key: "turnout", label: t.returned, children: <Turnout appraisal={one} /> },
            ]}
          />
          {votes && <p className="quiet">{t.turnoutHint}</p>}
          {votes && <Button href={`/ballot/${one.id}`}>{t.ballotPage}</Button>}
        </Card>
        {one.electorate === "PARENTS" ? one.state === "DRAFT" && isSchool && <Parents appraisal={one} /> : (isSchool || has("party-office")) && <Roll appraisal={one} mayChange={isSchool && one.state === "DRAFT"} />}
        {votes && has("party-office") && (one.withoutAccount ?? 0) > 0 && <PrintedCodes appraisal={one} />}
        {votes && has("party-office", "discipline") && <PaperBallots appraisal={one} />}
        {one.state === "COUNTED" && <ProtocolCard appraisal={one} />}
      </div>
    </Page>
  );
}

function Moves(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const { modal } = App.useApp();
  const rehearse = useMove({ run: () => appraisalCalls.rehearse(one), refresh, done: t.rehearsed });
  const wipe = useMove({ run: () => appraisalCalls.wipe(one), refresh, done: t.wiped });
  const roll = useRoll(one.id).data?.length ?? 0;
  const open = useMove({ run: () => appraisalCalls.open(one), refresh, done: t.opened });
  if (one.state === "DRAFT") {
    return (
      <>
        <Button loading={rehearse.isPending} onClick={() => rehearse.mutate()}>
          {t.rehearse}
        </Button>
        <Button
          type="primary"
          loading={open.isPending}
          onClick={() => modal.confirm({ title: t.openTitle(one.electorate === "PARENTS" ? (one.eligible ?? 0) : roll), content: t.openText, okText: t.open, onOk: () => open.mutateAsync().catch(() => undefined) })}
        >
          {t.open}
        </Button>
      </>
    );
  }
  if (one.state === "TRIAL") {
    return (
      <Button danger loading={wipe.isPending} onClick={() => modal.confirm({ title: t.wipeTitle, content: t.wipeText, okText: t.wipe, onOk: () => wipe.mutateAsync().catch(() => undefined) })}>
        {t.wipe}
      </Button>
    );
  }
  return one.state === "OPEN" && <CountVotes appraisal={one} />;
}

function Roll(props: { appraisal: Appraisal; mayChange: boolean }) {
  const { appraisal: one } = props;
  return (
    <Card title={t.roll}>
      <div className="stack">
        {props.mayChange && (
          <WorkbookImport
            template={rollTemplate}
            steps={t.rollSteps}
            send={(file, dryRun) => appraisalCalls.importRoll(one, file, dryRun)}
            checked={(count) => t.rollChecked(count.people, count.withAccount)}
            confirm={(count) => t.rollConfirm(count.people)}
            done={(count) => t.rollDone(count.people)}
            refresh={refresh}
          />
        )}
        <Loaded query={useRoll(one.id)}>
          {(all) => (
            <>
              <p>{t.rollPeople(all.length)}</p>
              <Flex gap={8} wrap>
                {all.map((voter) => (
                  <Tag key={voter.id}>
                    {voter.name}
                    {voter.username === undefined && <span className="quiet"> {t.codeVoter}</span>}
                  </Tag>
                ))}
              </Flex>
            </>
          )}
        </Loaded>
      </div>
    </Card>
  );
}

function Parents(props: { appraisal: Appraisal }) {
  const { appraisal: one } = props;
  const [form] = Form.useForm<{ count: number }>();
  const save = useMove({ run: ({ count }: { count: number }) => appraisalCalls.setParents(one, count), refresh, done: t.saved, form });
  return (
    <Card title={t.parents}>
      <Form form={form} layout="inline" initialValues={{ count: one.eligible }} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="count" label={t.parents} extra={t.parentsHint} rules={[{ required: true, message: common.required }]}>
          <InputNumber min={1} max={20_000} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t.save}
        </Button>
      </Form>
    </Card>
  );
}
