import { Link } from "@tanstack/react-router";
import { Button, Card } from "antd";
import { useState } from "react";
import { moment } from "../../texts/format";
import { deeds, lately as t } from "../../texts/zh-CN.deeds";
import { useNotifications } from "../notifications/queries";
import { pageOf } from "./done";
import { taskTarget, useDone } from "./queries";

/** So many of each are seen at a glance. */
const few = 5;

/** What happened that concerns me, and what I did. */
export function Lately() {
  return (
    <div className="lately">
      <News />
      <Done />
    </div>
  );
}

function News() {
  const told = useNotifications(false).data?.pages[0]?.items ?? [];
  return (
    <Card size="small" title={<h2>{t.news}</h2>} extra={<Link to="/notifications">{t.allNews}</Link>}>
      {told.length === 0 ? (
        <p className="quiet">{t.noNews}</p>
      ) : (
        <ul className="rows">
          {told.slice(0, few).map((one) => (
            <li key={one.id} className="row">
              <div className="row-main">
                <Link {...taskTarget(one.link)}>{one.title}</Link>
                <div className="row-facts">
                  <span>{moment(one.toldAt)}</span>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Done() {
  const [all, setAll] = useState(false);
  const { pending, done } = useDone();
  return (
    <Card size="small" title={<h2>{t.done}</h2>} extra={<span className="quiet">{t.doneLead}</span>}>
      {!pending && done.length === 0 && <p className="quiet">{t.nothingDone}</p>}
      {done.length > 0 && (
        <ul className="rows">
          {done.slice(0, all ? undefined : few).map((one) => (
            <DoneRow key={`${one.action} ${one.aboutId}`} done={one} />
          ))}
          {!all && done.length > few && (
            <li className="row">
              <Button type="link" onClick={() => setAll(true)}>
                {t.more}
              </Button>
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

function DoneRow(props: { done: ReturnType<typeof useDone>["done"][number] }) {
  const { done } = props;
  const words = deeds[done.action] ?? done.action;
  const page = pageOf(done);
  return (
    <li className="row">
      <div className="row-main">
        {page === undefined ? <span>{words}</span> : <Link to={page}>{words}</Link>}
        <div className="row-facts">
          {done.name && <span>{done.name}</span>}
          <span>{moment(done.at)}</span>
        </div>
      </div>
    </li>
  );
}
