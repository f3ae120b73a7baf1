import { useQuery } from "@tanstack/react-query";
import { Button, Card } from "antd";
import { useState } from "react";
import { field as t } from "../../texts/zh-CN.field";
import { StateLine, useCourier } from "../field/field";
import { useAdjusting, type InspectionRow, takeAlong } from "./queries";
import { useRubrics } from "../rubrics/queries";

/** What an inspector has along: which visits open without a network, and what has not been handed over. */
export function OnThisDevice(props: { visits: InspectionRow[] }) {
  const { state, send } = useCourier();
  const open = props.visits.filter(({ state: of }) => of !== "LOCKED");
  const [programme] = new Set(open.map(({ programmeId }) => programmeId));
  useRubrics(programme ?? "");
  useAdjusting(programme ?? "");
  const [taken, setTaken] = useState(0);
  const along = useQuery({
    queryKey: ["along", ...open.map(({ id, version }) => `${id} ${version}`)],
    queryFn: async () => {
      let n = 0;
      for (const visit of open) {
        await takeAlong(visit);
        setTaken(++n);
      }
      return n;
    },
    staleTime: 10 * 60_000,
    retry: false,
  });
  const { records, photos } = state.waiting;
  return (
    <Card size="small">
      <div className="row">
        <div className="row-main">
          <StateLine />
          {open.length > 0 && <div className="row-facts">{along.isFetching ? t.readying(taken, open.length) : t.ready(along.data ?? taken, open.length)}</div>}
        </div>
        {records + photos > 0 && (
          <Button loading={state.phase === "SENDING"} onClick={() => void send()}>
            {t.sendNow}
          </Button>
        )}
      </div>
    </Card>
  );
}
