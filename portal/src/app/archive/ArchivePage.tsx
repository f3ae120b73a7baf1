import { useMutation, useQuery } from "@tanstack/react-query";
import { DownloadOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Flex, Progress } from "antd";
import { api, type Row } from "../../api/services";
import { asProblem } from "../../api/problem";
import { Figures } from "../../shared/Figures";
import { Loaded, Nothing } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { useMove } from "../../shared/useMove";
import { day, fileSize } from "../../texts/format";
import { archive as t, menu } from "../../texts/zh-CN.archive";
import { WithProgramme } from "../programmes/current";
import type { Programme } from "../programmes/queries";
import { useRoles } from "../shell/session";

/** How far a package has come: so many of the planned documents are kept. */
type Archive = Row<"/api/archives">;

const archivesKey = ["archives"];
const command = "java -jar award-service.jar check-archive";

/** The one package that remains of a programme. */
export function ArchivePage() {
  return (
    <Page title={menu.entries.archive} lead={t.lead}>
      <WithProgramme>{(programme) => <ArchiveOf key={programme.id} programme={programme} />}</WithProgramme>
    </Page>
  );
}

function ArchiveOf(props: { programme: Programme }) {
  const { id } = props.programme;
  const makes = useRoles().has("archivist");
  const archives = useQuery({
    queryKey: [...archivesKey, id],
    queryFn: () => api.get("/api/archives", { programme: id }),
    // it is made in the background
    refetchInterval: ({ state }) => (state.data?.some((one) => !one.finished) ? 2000 : false),
  });
  const make = useMove({ run: () => api.post("/api/archives", { id: crypto.randomUUID(), programmeId: id }), refresh: [archivesKey], done: t.made });
  return (
    <Loaded query={archives}>
      {([archive]) =>
        archive === undefined ? (
          <Nothing text={t.empty} next={makes ? t.emptyArchivist : t.emptyOthers}>
            {makes && (
              <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
                {t.make}
              </Button>
            )}
          </Nothing>
        ) : (
          <Card title={<h2 className="card-title">{archive.title}</h2>}>
            {archive.finished ? (
              <Finished archive={archive} />
            ) : (
              <>
                <p>{t.making(archive.kept, archive.planned)}</p>
                <Progress percent={Math.floor((archive.kept / Math.max(1, archive.planned)) * 100)} aria-label={t.making(archive.kept, archive.planned)} />
                {makes && (
                  <Button loading={make.isPending} onClick={() => make.mutate()}>
                    {t.goOn}
                  </Button>
                )}
              </>
            )}
          </Card>
        )
      }
    </Loaded>
  );
}

function Finished(props: { archive: Archive }) {
  const { archive } = props;
  const documents = useQuery({ queryKey: [...archivesKey, archive.id, "documents"], queryFn: () => api.get("/api/archives/{id}/documents", { id: archive.id }) });
  const check = useMutation({ mutationFn: () => api.get("/api/archives/{id}/check", { id: archive.id }) });
  const faults = check.data?.filter((finding) => !finding.passed) ?? [];
  return (
    <div className="stack">
      <div>{t.finished(archive.kept)}</div>
      <Flex gap={8} wrap>
        <Button type="primary" icon={<DownloadOutlined />} href={`/api/archives/${archive.id}/package.zip`} download>
          {t.download}
        </Button>
        <Button icon={<SafetyCertificateOutlined />} title={t.checkHint} loading={check.isPending} onClick={() => check.mutate()}>
          {t.check}
        </Button>
      </Flex>
      {check.isError && <Alert type="warning" showIcon title={asProblem(check.error).message} />}
      {check.data !== undefined && (
        <>
          <Alert type={faults.length === 0 ? "success" : "error"} showIcon title={faults.length === 0 ? t.intact : t.broken(faults.length)} />
          <Figures
            words
            label={t.check}
            columns={[t.property, t.verdict, t.subject, t.detail]}
            rows={check.data.map((finding) => [finding.property, finding.passed ? t.passed : t.failed, finding.subject, finding.detail])}
          />
        </>
      )}
      <div className="quiet">
        {t.offline}
        <div>
          <code className="hash">
            {command} {t.file(archive.title)}
          </code>
        </div>
      </div>
      <Loaded query={documents}>
        {(all) => (
          <details className="more">
            <summary>{t.documents(all.length)}</summary>
            <Figures words label={t.documents(all.length)} columns={[t.titleOf, t.path, t.kind, t.dated, t.size]} rows={all.map((one) => [one.title, one.path, one.kind, day(one.dated), fileSize(one.size)])} />
          </details>
        )}
      </Loaded>
    </div>
  );
}
