import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button, Card, Tag } from "antd";
import { api, type Row } from "../../api/services";
import { Loaded } from "../../shared/Loaded";
import { wordOf } from "../../shared/options";
import { useMove } from "../../shared/useMove";
import { points } from "../../texts/format";
import { categories } from "../../texts/zh-CN.public";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { useNames } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { roundsKey } from "./queries";

/** Judges lie far apart; milli-points. */
type Gap = Row<"/api/mutual-reviews/{id}/gaps">;

/** Where scores lie far apart: who was asked has said why, or another school looks. Before that the round does not close. */
export function Gaps(props: { roundId: string; running: boolean }) {
  const { modal } = App.useApp();
  const nameOf = useNames();
  const gaps = useQuery({ queryKey: [...roundsKey, props.roundId, "gaps"], queryFn: () => api.get("/api/mutual-reviews/{id}/gaps", { id: props.roundId }) });
  const mayAsk = useRoles().has("party-office") && props.running;
  const lookAgain = useMove({
    run: (applicationId: string) => api.post("/api/mutual-reviews/{id}/third-looks", { applicationId }, { id: props.roundId }),
    refresh: [roundsKey],
    done: t.lookingAgain,
  });
  const ask = (gap: Gap) => modal.confirm({ title: t.lookAgainTitle, content: t.lookAgainText, okText: t.lookAgain, onOk: () => lookAgain.mutateAsync(gap.applicationId).catch(() => undefined) });
  return (
    <Card title={<h2 className="card-title">{t.gapsTitle}</h2>}>
      <p className="quiet">{t.gapsLead}</p>
      <Loaded query={gaps}>
        {(all) =>
          all.length === 0 ? (
            <span>{t.noGaps}</span>
          ) : (
            <ul className="rows">
              {all.map((gap) => (
                <li key={gap.applicationId} className="row">
                  <div className="row-main">
                    <Link to="/applications/$id" params={{ id: gap.applicationId }} className="row-title">
                      {nameOf(gap.schoolId)} · {wordOf(categories, gap.category)}
                    </Link>
                    <div className="row-facts">{t.gap(points(gap.lowest), points(gap.highest), gap.scores)}</div>
                    {gap.reasons.length > 0 && (
                      <details className="more">
                        <summary>{t.reasons}</summary>
                        <ul className="plain-list">
                          {gap.reasons.map((reason) => (
                            <li key={reason}>{reason}</li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </div>
                  {gap.thirdLook === "DONE" ? <Tag color="blue">{t.lookedAgain}</Tag> : <Tag color={gap.answered ? "green" : "orange"}>{gap.answered ? t.gapAnswered : t.gapOpen}</Tag>}
                  {mayAsk && gap.thirdLook === "NONE" && (
                    <Button size="small" loading={lookAgain.isPending} onClick={() => ask(gap)}>
                      {t.lookAgain}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
