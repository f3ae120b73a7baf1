import { Link } from "@tanstack/react-router";
import { Button, Card, Flex, Form, Tag } from "antd";
import { useState } from "react";
import { Loaded, Loading, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { menu } from "../../texts/zh-CN";
import { applications as a } from "../../texts/zh-CN.applications";
import { categories } from "../../texts/zh-CN.public";
import { signing as t } from "../../texts/zh-CN.signing";
import { AnswersView } from "../applications/AnswersView";
import { useForm as useDefinition } from "../applications/form";
import { applicationCalls, applicationsKey, titleOf, useApplication } from "../applications/queries";
import { SigningFields, type Word } from "../applications/SigningFields";
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
  const next = ready.find(({ application }) => !later.includes(application.id)) ?? ready[0];
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
                <Row key={paper.application.id} paper={paper} />
              ))}
            </ul>
          </Card>
          {next === undefined ? (
            <Nothing text={t.noneReady} next={t.noneReadyHint} />
          ) : (
            <ToSign key={next.application.id} id={next.application.id} onLater={ready.length > 1 ? () => setLater([...later.filter((id) => id !== next.application.id), next.application.id]) : undefined} />
          )}
        </div>
      )}
    </Page>
  );
}

function Row(props: { paper: Paper }) {
  const { application, missing } = props.paper;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/applications/$id" params={{ id: application.id }} className="row-title">
          {application.title || a.untitled}
        </Link>
        <div className="row-facts">
          <span>{categories[application.category]}</span>
        </div>
      </div>
      {missing === undefined ? <span className="quiet">{t.checking}</span> : missing === 0 ? <Tag color="green">{t.ready}</Tag> : <Tag color="orange">{t.missing(missing)}</Tag>}
    </li>
  );
}

/** The whole paper to read, and below it the place to sign. */
function ToSign(props: { id: string; onLater?: () => void }) {
  const application = useApplication(props.id);
  return <Loaded query={application}>{(found) => <Sheet application={found} onLater={props.onLater} />}</Loaded>;
}

function Sheet(props: { application: NonNullable<ReturnType<typeof useApplication>["data"]>; onLater?: () => void }) {
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
        <section className="stack" aria-label={titleOf(application)}>
          <h2 className="row-title">
            {titleOf(application)} <span className="quiet">{categories[application.category]}</span>
          </h2>
          <AnswersView form={its} content={application.content} />
          <Card title={a.submitTitle}>
            <Form<Word> form={form} layout="vertical" onFinish={(word) => submit.mutate(word)} scrollToFirstError>
              <SigningFields undertaking={its.undertaking} />
              <Flex gap={8} wrap justify="end">
                <Link to="/applications/$id" params={{ id: application.id }}>
                  <Button>{t.edit}</Button>
                </Link>
                {props.onLater !== undefined && <Button onClick={props.onLater}>{t.skip}</Button>}
                <Button type="primary" htmlType="submit" loading={submit.isPending}>
                  {a.submit}
                </Button>
              </Flex>
            </Form>
          </Card>
        </section>
      )}
    </Loaded>
  );
}
