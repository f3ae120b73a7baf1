import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { AskReason } from "../../shared/AskReason";
import { field as t } from "../../texts/zh-CN.field";
import type { Fieldbook } from "./fieldbook";
import type { Inspection } from "./queries";

/** How far everybody's scores are, and who did not come. Nobody sees the scores of somebody whose own are open. */
export function TeamCard(props: { inspection: Inspection; me: string; book: Fieldbook; disabled: boolean; onAbsent: (inspector: string, reason: string) => void }) {
  const { book, me } = props;
  const [absent, setAbsent] = useState<{ subject: string; name: string }>();
  const members = props.inspection.inspectors.map((subject, n) => ({ subject, name: subject === me ? t.me : t.member(n + 1) }));
  return (
    <Card title={t.team}>
      <ul className="rows">
        {members.map(({ subject, name }) => {
          const state = book.isLocked(subject) ? "LOCKED" : book.isAbsent(subject) ? "ABSENT" : "OPEN";
          const reason = book.said(`absence/${subject}`, "ABSENCE")?.reason;
          return (
            <li key={subject} className="row">
              <div className="row-main">
                <span>{name}</span>
                {state === "ABSENT" && <div className="row-facts">{reason}</div>}
              </div>
              {state === "OPEN" && subject !== me && !props.disabled && (
                <Button size="small" onClick={() => setAbsent({ subject, name })}>
                  {t.absent}
                </Button>
              )}
              <Tag color={state === "LOCKED" ? "green" : undefined}>{t.memberStates[state]}</Tag>
            </li>
          );
        })}
      </ul>
      {absent !== undefined && (
        <AskReason
          title={`${t.absent}：${absent.name}`}
          lead={t.absentText}
          okText={t.absent}
          min={5}
          pending={false}
          onCancel={() => setAbsent(undefined)}
          onGiven={(reason) => {
            props.onAbsent(absent.subject, reason);
            setAbsent(undefined);
          }}
        />
      )}
    </Card>
  );
}
