import { useQuery } from "@tanstack/react-query";
import { App, Button, Card } from "antd";
import { api } from "../../api/services";
import { Figures } from "../../shared/Figures";
import { Loaded } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { useRoles } from "../shell/session";
import { roundsKey } from "./queries";

const shown = 10;

/** Which schools still have sheets to lock, those with most left first, and one reminder to all of them. */
export function Duties(props: { roundId: string; running: boolean }) {
  const { message } = App.useApp();
  const duties = useQuery({ queryKey: [...roundsKey, props.roundId, "duties"], queryFn: () => api.get("/api/mutual-reviews/{id}/duties", { id: props.roundId }) });
  const mayRemind = useRoles().has("party-office") && props.running;
  const remind = useMove({
    run: () => api.post("/api/mutual-reviews/{id}/remind", undefined, { id: props.roundId }),
    refresh: [],
    afterwards: ({ schools }) => void message.success(t.reminded(schools)),
  });
  return (
    <Card title={<h2 className="card-title">{t.dutiesTitle}</h2>}>
      <Loaded query={duties}>
        {(all) => {
          const open = all.filter(({ done, due }) => done < due);
          return (
            <div className="stack">
              <span>{open.length === 0 ? t.dutiesDone : t.dutiesLead(all.length - open.length, all.length)}</span>
              {open.length > 0 && (
                <ul className="rows">
                  {open.slice(0, shown).map((one) => (
                    <li key={one.schoolId} className="row">
                      <div className="row-main">{one.schoolName ?? one.schoolId}</div>
                      <span className="quiet">
                        {t.duty(one.done, one.due)}
                        {Boolean(one.dueOn) && `，${t.dueOn(day(one.dueOn))}`}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              {mayRemind && open.length > 0 && (
                <div>
                  <Button loading={remind.isPending} onClick={() => remind.mutate()}>
                    {t.remind}
                  </Button>
                </div>
              )}
              <details className="more">
                <summary>{t.allDuties(all.length)}</summary>
                <Figures label={t.dutiesTitle} columns={[t.columns.school, t.dutiesTitle]} rows={all.map((one) => [one.schoolName ?? one.schoolId, t.duty(one.done, one.due)])} />
              </details>
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}
