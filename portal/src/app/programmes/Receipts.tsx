import { Button, Card, Flex, Progress } from "antd";
import { Loaded } from "../../shared/Loaded";
import { useMove } from "../../shared/useMove";
import { moment } from "../../texts/format";
import { running as t } from "../../texts/zh-CN.programmes";
import { useMySeats, useNames, useSchools } from "../organisations/queries";
import { useRoles } from "../shell/session";
import { type Programme, programmeCalls, programmesKey, type Receipt, useReceipts } from "./queries";

/** Who has read the edition in force (R23): a school says so, its unit and the bureau see how many did. */
export function Receipts(props: { programme: Programme }) {
  const receipts = useReceipts(props.programme.id);
  const speaks = useRoles().has("school-secretary", "info-officer");
  return <Card title={t.receipts}>{speaks ? <OwnSchools {...props} receipts={receipts.data ?? []} /> : <Loaded query={receipts}>{(all) => <HowMany receipts={all} />}</Loaded>}</Card>;
}

function OwnSchools(props: { programme: Programme; receipts: Receipt[] }) {
  const nameOf = useNames();
  const seats = useMySeats().data ?? [];
  const schools = [...new Set(seats.filter((seat) => seat.role === "school-secretary" || seat.role === "info-officer").map((seat) => seat.organisationId))];
  const read = useMove({ run: (school: string) => programmeCalls.read(props.programme.id, school), refresh: [programmesKey, ["tasks"]], done: t.readDone });
  return schools.map((school) => {
    const given = props.receipts.find((receipt) => receipt.schoolId === school);
    return (
      <Flex key={school} gap={12} align="center" wrap>
        {schools.length > 1 && <strong>{nameOf(school)}</strong>}
        {given === undefined ? (
          <>
            <span className="quiet">{t.notYet}</span>
            <Button type="primary" loading={read.isPending} disabled={props.programme.state !== "PUBLISHED"} onClick={() => read.mutate(school)}>
              {t.read}
            </Button>
          </>
        ) : (
          <span>{t.alreadyRead(moment(given.readAt))}</span>
        )}
      </Flex>
    );
  });
}

function HowMany(props: { receipts: Receipt[] }) {
  const { has } = useRoles();
  const seats = useMySeats().data ?? [];
  const mine = new Set(seats.map((seat) => seat.organisationId));
  const everywhere = has("party-office", "party-group-member", "discipline", "archivist", "auditor");
  const schools = useSchools().filter((school) => everywhere || (school.unitId !== undefined && mine.has(school.unitId)));
  const read = new Set(props.receipts.map((receipt) => receipt.schoolId));
  const missing = schools.filter((school) => !read.has(school.id));
  return (
    <>
      <p>{t.readBy(schools.length - missing.length, schools.length)}</p>
      <Progress percent={schools.length === 0 ? 0 : Math.floor(((schools.length - missing.length) / schools.length) * 100)} aria-label={t.receipts} />
      {missing.length > 0 && missing.length < schools.length && <p className="quiet small">{t.missing(missing.slice(0, 20).map((school) => school.name), missing.length)}</p>}
    </>
  );
}
