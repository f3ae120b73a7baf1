import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { mostRows, whole } from "../../api/pages";
import { api } from "../../api/services";
import { fileAddress } from "../../shared/files";
import { Loaded, Nothing } from "../../shared/Loaded";
import { More } from "../../shared/More";
import { wordOf } from "../../shared/options";
import { Page } from "../../shared/Page";
import { moment } from "../../texts/format";
import { menu, roles } from "../../texts/zh-CN";
import { readings as t } from "../../texts/zh-CN.readings";
import { takeAlong } from "../../texts/zh-CN.views";
import { useMySeats } from "../organisations/queries";
import { TakeAlong } from "../views/TakeAlong";

/** Who read what of the school, newest first. */
export function ReadingsPage() {
  const seats = useMySeats();
  return (
    <Page title={menu.entries.readings} lead={t.lead}>
      <Loaded query={seats}>
        {(mine) => {
          const school = mine.find((seat) => seat.role === "school-secretary" || seat.role === "info-officer")?.organisationId;
          return school === undefined ? <Nothing text={t.empty} next={t.emptyHint} /> : <ReadingsOf school={school} />;
        }}
      </Loaded>
    </Page>
  );
}

function ReadingsOf(props: { school: string }) {
  const list = useInfiniteQuery({
    queryKey: ["readings", props.school],
    queryFn: ({ pageParam }) => api.get("/api/readings", { school: props.school, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <Loaded query={list}>
      {(all) =>
        all.length === 0 ? (
          <Nothing text={t.empty} next={t.emptyHint} />
        ) : (
          <div className="stack">
            <div>
              <TakeAlong
                name={menu.entries.readings}
                rows={(soFar) => whole((after) => api.get("/api/readings", { school: props.school, after, limit: mostRows }), soFar)}
                columns={{
                  [takeAlong.what]: (one) => one.title,
                  [takeAlong.type]: (one) => t.things[one.thing],
                  [takeAlong.who]: (one) => t.who(wordOf(roles, one.role), one.organisation),
                  [takeAlong.last]: (one) => moment(one.lastAt),
                  [takeAlong.times]: (one) => one.times,
                }}
              />
            </div>
            <ul className="rows">
              {all.map((one) => (
                <li key={one.id} className="row">
                  <div className="row-main">
                    {one.thing === "APPLICATION" ? (
                      <Link to="/applications/$id" params={{ id: one.thingId }} className="row-title">
                        {one.title}
                      </Link>
                    ) : (
                      <a href={fileAddress(one.thingId)} className="row-title">
                        {one.title}
                      </a>
                    )}
                    <div className="row-facts">
                      <span>{t.who(wordOf(roles, one.role), one.organisation)}</span>
                      <span>{t.last(moment(one.lastAt))}</span>
                      {one.times > 1 && <span>{t.times(one.times)}</span>}
                    </div>
                  </div>
                  <Tag>{t.things[one.thing]}</Tag>
                </li>
              ))}
            </ul>
            <More list={list} />
          </div>
        )
      }
    </Loaded>
  );
}
