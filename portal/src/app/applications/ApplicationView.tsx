import { Alert, App, Button, Card, Timeline } from "antd";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { wordOf } from "../../shared/options";
import { day, moment } from "../../texts/format";
import { roles } from "../../texts/zh-CN";
import { applications as t } from "../../texts/zh-CN.applications";
import { categories } from "../../texts/zh-CN.public";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { AnswersView } from "./AnswersView";
import { Returned } from "./ApplicationEditor";
import { ApplicationTag } from "./ApplicationTag";
import type { FormDefinition } from "./form";
import { FormalCheckActions } from "./FormalCheckActions";
import { type Application, applicationCalls, applicationsKey, titleOf, useWay } from "./queries";
import { ScreeningActions } from "./ScreeningActions";

/** The application as a sheet to read, with the moves its reader may make. */
export function ApplicationView(props: { application: Application; definition: FormDefinition }) {
  const { application } = props;
  const nameOf = useNames();
  const { has } = useRoles();
  const screens = has("street-reviewer", "direct-unit-reviewer") && application.state === "SUBMITTED";
  const checksForm = has("party-office") && (application.state === "RECEIVED" || application.state === "CORRECTION");
  const mayWithdraw = has("school-secretary") && ["SUBMITTED", "RECOMMENDED", "NOT_RECOMMENDED"].includes(application.state);
  return (
    <Page
      title={titleOf(application) || t.untitled}
      lead={[categories[application.category], nameOf(application.schoolId), application.number].filter(Boolean).join(" · ")}
      actions={<ApplicationTag state={application.state} />}
    >
      <div className="stack">
        <Outcome application={application} />
        <AnswersView form={props.definition} content={application.content} />
        {application.opinion && (
          <Card title={t.secretaryOpinion}>
            <div className="prose">{application.opinion}</div>
            <div className="quiet small">{props.definition.undertaking}</div>
          </Card>
        )}
        <Way id={application.id} />
      </div>
      {(screens || mayWithdraw || checksForm) && (
        <div className="foot-actions">
          <span className="spacer" />
          {mayWithdraw && <Withdraw application={application} />}
          {checksForm && <FormalCheckActions application={application} />}
          {screens && <ScreeningActions application={{ ...application, title: titleOf(application) }} />}
        </div>
      )}
    </Page>
  );
}

function Outcome(props: { application: Application }) {
  const { state, reason, rank } = props.application;
  if (state === "RETURNED") {
    return <Alert type="warning" showIcon title={t.returnedBecause} description={<Returned application={props.application} />} />;
  }
  if (state === "CORRECTION") {
    return <Alert type="warning" showIcon title={t.correctionBecause(day(props.application.correctBy))} description={<span className="prose">{reason}</span>} />;
  }
  if (state === "NOT_ADMITTED") {
    return <Alert type="warning" showIcon title={t.notAdmittedBecause} description={<span className="prose">{reason}</span>} />;
  }
  if (state === "REVOKED") {
    return <Alert type="error" showIcon title={t.revokedBecause} description={<span className="prose">{reason}</span>} />;
  }
  if (state === "NOT_RECOMMENDED") {
    return <Alert type="info" showIcon title={t.declinedBecause} description={<span className="prose">{reason}</span>} />;
  }
  return rank !== null && rank !== undefined && <Alert type="info" showIcon title={t.recommendedAs(rank)} />;
}

/** What happened to it so far, by role and time. */
function Way(props: { id: string }) {
  const way = useWay(props.id);
  return (
    <Card title={t.way}>
      <Loaded query={way}>
        {(steps) => (
          <Timeline
            items={steps
              .filter((step) => stepWord(step.action) !== undefined)
              .map((step) => ({
                key: `${step.at} ${step.action}`,
                content: (
                  <>
                    {wordOf(roles, step.role)} {stepWord(step.action)} <span className="quiet small number">{moment(step.at)}</span>
                  </>
                ),
              }))}
          />
        )}
      </Loaded>
    </Card>
  );
}

/** The deeds worth telling; each keystroke kept is not one. */
function stepWord(action: string) {
  return t.steps[action.replace(/^application\./, "") as keyof typeof t.steps];
}

function Withdraw(props: { application: Application }) {
  const { modal } = App.useApp();
  const withdraw = useMove({ run: () => applicationCalls.withdraw(props.application), refresh: [applicationsKey, ["tasks"]], done: t.withdrawn });
  return (
    <Button
      loading={withdraw.isPending}
      onClick={() =>
        modal.confirm({
          title: t.withdrawTitle,
          content: t.withdrawText,
          okText: t.withdraw,
          okButtonProps: { danger: true },
          onOk: () => withdraw.mutateAsync().catch(() => undefined),
        })
      }
    >
      {t.withdraw}
    </Button>
  );
}
