import { Link } from "@tanstack/react-router";
import { Button, Card, Flex, Form, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { Loaded, Loading, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { menu } from "../../texts/zh-CN";
import { applications as a } from "../../texts/zh-CN.applications";
import { plans as p } from "../../texts/zh-CN.plans";
import { signing as t } from "../../texts/zh-CN.signing";
import { AnswersView } from "../applications/AnswersView";
import { useForm as useDefinition } from "../applications/form";
import { type Application, applicationCalls, applicationsKey, useApplication } from "../applications/queries";
import { SigningFields, type Word } from "../applications/SigningFields";
import { PlanText } from "../plans/PlanText";
import { planCalls, plansKey, usePlan } from "../plans/queries";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { isReady, type Paper, usePapers } from "./queries";

/** The secretary's tray: what waits for a signature, one paper after the other. */
export function SigningPage() {
  return <WithProgramme>{(programme) => <Tray key={programme.id} programme={programme} />}</WithProgramme>;
}

function Tray(props: { programme: Programme }) {
  const { pending, papers } = usePapers(props.programme.id);
  const [later, setLater] = useState<string[]>([]);
  const ready = papers.filter(isReady);
  const next = ready.find(({ id }) => !later.includes(id)) ?? ready[0];
  return (
    <Page title={menu.entries.signing} lead={t.lead}>
      {pending ? (
        <Loading />
      ) : papers.length === 0 ? (
        <Nothing text={t.empty} next={t.emptyHint} />
      ) : (
        <div className="stack">
          <Card size="small" title={t.progress(ready.length, papers.length)}>
            <ul className="rows" aria-label={t.list}>
              {papers.map((paper) => (
                <Row key={paper.id} paper={paper} />
              ))}
            </ul>
          </Card>
          {next === undefined ? (
            <Nothing text={t.noneReady} next={t.noneReadyHint} />
          ) : (
            <ToSign key={next.id} paper={next} onLater={ready.length > 1 ? () => setLater([...later.filter((id) => id !== next.id), next.id]) : undefined} />
          )}
        </div>
      )}
    </Page>
  );
}

/** The page where a paper is written. */
const pageOf = (paper: Paper) => ({ to: paper.kind === "plan" ? ("/plans/$id" as const) : ("/applications/$id" as const), params: { id: paper.id } });

function Row(props: { paper: Paper }) {
  const { title, facts, missing } = props.paper;
  return (
    <li className="row">
      <div className="row-main">
        <Link {...pageOf(props.paper)} className="row-title">
          {title}
        </Link>
        <div className="row-facts">
          <span>{facts}</span>
        </div>
      </div>
      {missing === undefined ? <span className="quiet">{t.checking}</span> : missing === 0 ? <Tag color="green">{t.ready}</Tag> : <Tag color="orange">{t.missing(missing)}</Tag>}
    </li>
  );
}

type Turn = { paper: Paper; onLater: (() => void) | undefined };

/** The whole paper to read, and below it the place to sign. */
function ToSign(props: Turn) {
  const { paper } = props;
  return (
    <section className="stack" aria-label={paper.title}>
      <h2 className="row-title">
        {paper.title} <span className="quiet">{paper.facts}</span>
      </h2>
      {paper.kind === "plan" ? <PlanToSubmit {...props} /> : <ApplicationToSign {...props} />}
    </section>
  );
}

function PlanToSubmit(props: Turn) {
  const plan = usePlan(props.paper.id);
  const submit = useMove({ run: (version: number) => planCalls.submit(props.paper.id, version), refresh: [plansKey, ["tasks"]], done: p.submitted });
  return (
    <Loaded query={plan}>
      {({ content, version }) => (
        <>
          <PlanText content={content} />
          <Card title={p.submitTitle}>
            <p>{p.submitText}</p>
            <Choices {...props}>
              <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate(version)}>
                {p.submit}
              </Button>
            </Choices>
          </Card>
        </>
      )}
    </Loaded>
  );
}

function ApplicationToSign(props: Turn) {
  const application = useApplication(props.paper.id);
  return <Loaded query={application}>{(found) => <Sheet {...props} application={found} />}</Loaded>;
}

function Sheet(props: Turn & { application: Application }) {
  const { application } = props;
  const definition = useDefinition(application.category, application.formVersion);
  const [form] = Form.useForm<Word>();
  const submit = useMove({
    run: (word: Word) => applicationCalls.submit(application, word.secretaryOpinion.trim(), word.undertaking),
    refresh: [applicationsKey, ["tasks"]],
    done: a.submitted,
    form,
  });
  return (
    <Loaded query={definition}>
      {(its) => (
        <>
          <AnswersView form={its} content={application.content} />
          <Card title={a.submitTitle}>
            <Form<Word> form={form} layout="vertical" onFinish={(word) => submit.mutate(word)} scrollToFirstError>
              <SigningFields undertaking={its.undertaking} />
              <Choices {...props}>
                <Button type="primary" htmlType="submit" loading={submit.isPending}>
                  {a.submit}
                </Button>
              </Choices>
            </Form>
          </Card>
        </>
      )}
    </Loaded>
  );
}

/** To sign, or to do something else with the paper first. */
function Choices(props: Turn & { children: ReactNode }) {
  return (
    <Flex gap={8} wrap justify="end">
      <Link {...pageOf(props.paper)}>
        <Button>{t.edit}</Button>
      </Link>
      {props.onLater !== undefined && <Button onClick={props.onLater}>{t.skip}</Button>}
      {props.children}
    </Flex>
  );
}
