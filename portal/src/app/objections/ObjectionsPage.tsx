import { Link } from "@tanstack/react-router";
import { Button, Card, Flex, Tag } from "antd";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day } from "../../texts/format";
import { menu } from "../../texts/zh-CN";
import { objections as t } from "../../texts/zh-CN.decisions";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useMe, useRoles } from "../shell/session";
import { type Objection, objectionCalls, objectionsKey, useConfidants, useObjections } from "./queries";

export const colours: Partial<Record<string, string>> = { REGISTERED: "blue", ACCEPTED: "orange", INVESTIGATED: "orange", DECIDED: "green" };

/** The desk of objections and appeals; who made them is nowhere on it. */
export function ObjectionsPage() {
  return (
    <Page title={menu.entries.objections} lead={t.lead}>
      <WithProgramme>{(programme) => <ObjectionsOf key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function ObjectionsOf(props: { programme: Programme }) {
  const objections = useObjections(props.programme.id);
  const appoints = useRoles().has("discipline", "party-group-member");
  return (
    <div className="stack">
      {appoints && <Confidants />}
      <Loaded query={objections}>
        {(all) =>
          all.length === 0 ? (
            <Nothing text={t.empty} next={t.emptyHint} />
          ) : (
            <Card>
              <ul className="rows">
                {all.map((one) => (
                  <li key={one.id} className="row">
                    <div className="row-main">
                      <Link className="row-title" to="/objections/$id" params={{ id: one.id }}>
                        {one.title}
                      </Link>
                      <div className="row-facts">
                        <span className="number">{one.receipt}</span>
                        <span>{one.kindName}</span>
                        <span>{one.schoolName}</span>
                        {dueOf(one) && <span>{dueOf(one)}</span>}
                      </div>
                    </div>
                    <Tag color={colours[one.state]}>{one.stateName}</Tag>
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </div>
  );
}

/** Until when the next answer is due; nothing once it is given. */
export function dueOf(one: Objection): string | undefined {
  switch (one.state) {
    case "REGISTERED":
      return t.due.REGISTERED(day(one.acceptBy));
    case "ACCEPTED":
      return t.due.ACCEPTED(day(one.investigateBy));
    default:
      return undefined;
  }
}

/** The two who may know who objects: offered by themselves, confirmed by the Party group. */
function Confidants() {
  const { has } = useRoles();
  const mine = useMe().data?.subject;
  const confidants = useConfidants(true);
  const refresh = [objectionsKey];
  const offer = useMove({ run: () => objectionCalls.offer(), refresh, done: t.offered });
  const confirm = useMove({ run: (subject: string) => objectionCalls.confirm(subject), refresh });
  const release = useMove({ run: (subject: string) => objectionCalls.release(subject), refresh });
  const offered = confidants.data?.some((one) => one.subject === mine) ?? true;
  return (
    <Card
      size="small"
      title={t.confidants}
      extra={
        has("discipline") &&
        !offered && (
          <Button size="small" loading={offer.isPending} onClick={() => offer.mutate()}>
            {t.offer}
          </Button>
        )
      }
    >
      <Loaded query={confidants}>
        {(all) => (
          <Flex gap={16} wrap>
            {all.length === 0 && <span className="quiet">—</span>}
            {all.map((one) => (
              <Flex key={one.subject} gap={8} align="center">
                <span>{one.name}</span>
                {!one.confirmed && <Tag>{t.waiting}</Tag>}
                {has("party-group-member") && (
                  <Button size="small" onClick={() => (one.confirmed ? release : confirm).mutate(one.subject)}>
                    {one.confirmed ? t.release : t.confirm}
                  </Button>
                )}
              </Flex>
            ))}
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}
