import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Card } from "antd";
import { useState } from "react";
import { api, type Row } from "../../api/services";
import { AskReason } from "../../shared/AskReason";
import { Loaded } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { points } from "../../texts/format";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { type Sheet, sheetsKey } from "./queries";

/** What a reviewer sees of the others after their own lock: numbers, never who; milli-points. */
type Spread = Row<"/api/score-sheets/{id}/others">;

/** Beside one's own locked scores, how the others scored; whoever lies far from them says why. */
export function Others(props: { sheet: Sheet }) {
  const { sheet } = props;
  const queries = useQueryClient();
  const key = [...sheetsKey, sheet.id, "others"];
  const spreads = useQuery({ queryKey: key, queryFn: () => api.get("/api/score-sheets/{id}/others", { id: sheet.id }) });
  const [explaining, setExplaining] = useState<Spread>();
  const explain = useMove({
    run: (reason: string) => api.post("/api/score-sheets/{id}/reasons", { applicationId: explaining?.applicationId ?? "", reason }, { id: sheet.id }),
    refresh: [["tasks"]],
    done: t.explained,
    afterwards: (after) => {
      queries.setQueryData(key, after);
      setExplaining(undefined);
    },
  });
  const titleOf = (id: string) => sheet.items.find(({ applicationId }) => applicationId === id)?.title ?? "";
  return (
    <Card title={<h2 className="card-title">{t.othersTitle}</h2>}>
      <p className="quiet">{t.othersHint}</p>
      <Loaded query={spreads}>
        {(all) => (
          <ul className="rows">
            {all.map((one) => (
              <li key={one.applicationId} className="row">
                <div className="row-main">
                  <span>{titleOf(one.applicationId)}</span>
                  <div className="row-facts">
                    {one.lowest === undefined || one.lowest === null ? t.spreadHidden(points(one.mine), one.scores) : t.spread(points(one.mine), points(one.lowest), points(one.highest), one.scores)}
                  </div>
                </div>
                {one.reasonAsked && (
                  <Button size="small" onClick={() => setExplaining(one)}>
                    {t.explain}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {explaining !== undefined && (
        <AskReason title={`${t.explain}：${titleOf(explaining.applicationId)}`} lead={t.explainLead} okText={t.explain} min={4} pending={explain.isPending} onCancel={() => setExplaining(undefined)} onGiven={(reason) => explain.mutate(reason)} />
      )}
    </Card>
  );
}
