import { useQuery } from "@tanstack/react-query";
import { Card } from "antd";
import { api, type Row } from "../../api/services";
import { Figures } from "../../shared/Figures";
import { Loaded } from "../../shared/Loaded";
import { severity as t } from "../../texts/zh-CN.followups";
import { roundsKey } from "./queries";

/** How a reviewing school scores beside the others, in milli-points; signs are sentences. */
type Reviewer = Row<"/api/mutual-reviews/{id}/severity">;

const rounded = (milli: number) => (milli / 1000).toFixed(2);
const signed = (milli: number) => (milli > 0 ? `＋${rounded(milli)}` : milli < 0 ? `－${rounded(-milli)}` : "0");

const rowOf = (one: Reviewer) => [one.schoolName ?? one.schoolId, one.scores, rounded(one.mean), rounded(one.deviation), signed(one.leniency), one.signs.length === 0 ? null : one.signs.join("；")];

const columns = [t.school, t.scores, t.mean, t.deviation, t.leniency, t.signs];

/** For discipline only: whom to ask for a reason. The most remarkable come first. */
export function Severity(props: { roundId: string }) {
  const reviewers = useQuery({ queryKey: [...roundsKey, props.roundId, "severity"], queryFn: () => api.get("/api/mutual-reviews/{id}/severity", { id: props.roundId }) });
  return (
    <Card title={<h2 className="card-title">{t.title}</h2>}>
      <p className="quiet">{t.hint}</p>
      <Loaded query={reviewers}>
        {(all) => {
          if (all.length === 0) {
            return <span className="quiet">{t.empty}</span>;
          }
          const remarkable = all.filter((one) => one.signs.length > 0);
          return (
            <>
              {remarkable.length === 0 ? <p>{t.noSigns}</p> : <Figures label={t.signed(remarkable.length)} columns={columns} rows={remarkable.map(rowOf)} />}
              <details className="more">
                <summary>{t.all(all.length)}</summary>
                <Figures label={t.all(all.length)} columns={columns} rows={all.map(rowOf)} />
              </details>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
