import { DeleteOutlined, FileTextOutlined, PlusOutlined, VideoCameraOutlined } from "@ant-design/icons";
import { App, Button, Image, Input, Progress, Select, Space, Upload } from "antd";
import { useRef, useState } from "react";
import { asProblem } from "../../api/problem";
import { fileAddress, fileFault, sendFile, thumbnailAddress, useStoredFile, useUploadRules } from "../../shared/files";
import { signs } from "../../shared/limits";
import { fileSize } from "../../texts/format";
import { applications as t } from "../../texts/zh-CN.applications";
import { files } from "../../texts/zh-CN.files";
import type { Criterion, Piece } from "./form";
import { longest } from "./queries";

/** A file on its way; one whose line broke stays until somebody sends on or gives up. */
type Sending = { id: string; file: File; percent: number; broken?: string };

/** A form field whose value are uploaded pieces of evidence, each with what it shows and what it proves. */
export function EvidenceField(props: { id?: string; schoolId: string; max: number; criteria: Criterion[]; value?: Piece[]; onChange?: (pieces: Piece[]) => void }) {
  const { message } = App.useApp();
  const rules = useUploadRules().data?.kinds ?? [];
  const pieces = props.value ?? [];
  const [sending, setSending] = useState<Sending[]>([]);
  // Several uploads may end in any order, each adding to what stands then and not to what stood when it began.
  const latest = useRef(pieces);
  const change = (changed: Piece[]) => {
    latest.current = changed;
    props.onChange?.(changed);
  };
  const say = (attachment: string, more: Partial<Piece>) => change(latest.current.map((piece) => (piece.attachment === attachment ? { ...piece, ...more } : piece)));
  const note = (id: string, more: Partial<Sending>) => setSending((all) => all.map((one) => (one.id === id ? { ...one, ...more } : one)));
  const forget = (id: string) => setSending((all) => all.filter((one) => one.id !== id));

  const choose = (file: File) => {
    const fault = fileFault(file, rules);
    if (fault === undefined) {
      const one = { id: crypto.randomUUID(), file, percent: 0 };
      setSending((all) => [...all, one]);
      void send(one);
    } else {
      void message.error(fault);
    }
  };

  const send = async (one: Sending) => {
    note(one.id, { broken: undefined });
    try {
      const stored = await sendFile(one.id, props.schoolId, one.file, (share) => note(one.id, { percent: Math.round(share * 100) }));
      forget(one.id);
      change([...latest.current, { attachment: stored.id }]);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status >= 400 && problem.status < 500) {
        forget(one.id);
        void message.error({ content: `${one.file.name}：${problem.message}`, duration: 8 });
      } else {
        note(one.id, { broken: problem.message });
      }
    }
  };

  const full = pieces.length + sending.length >= props.max;
  return (
    <div className="stack" id={props.id}>
      {pieces.length + sending.length > 0 && (
        <ul className="photos">
          {pieces.map((piece, index) => (
            <li key={piece.attachment}>
              <FileSeen piece={piece} n={index + 1} withReceipt />
              <Input
                size="small"
                aria-label={t.caption(index + 1)}
                placeholder={t.captionHint}
                value={piece.caption}
                count={{ max: longest.caption, strategy: signs, show: true }}
                onChange={(event) => say(piece.attachment, { caption: event.target.value })}
              />
              <Select
                size="small"
                mode="multiple"
                aria-label={t.proves(index + 1)}
                placeholder={t.provesHint}
                value={piece.criteria ?? []}
                style={{ width: "100%" }}
                options={props.criteria.map((criterion) => ({ value: criterion.code, label: criterion.name }))}
                onChange={(criteria: string[]) => say(piece.attachment, { criteria })}
              />
              <Button type="text" size="small" icon={<DeleteOutlined />} onClick={() => change(pieces.filter((other) => other !== piece))}>
                {t.removePhoto(index + 1)}
              </Button>
            </li>
          ))}
          {sending.map((one) => (
            <li key={one.id}>
              <div className="small">{one.file.name}</div>
              <Progress percent={one.percent} size="small" status={one.broken === undefined ? "active" : "exception"} aria-label={files.uploading(one.percent)} />
              {one.broken !== undefined && (
                <div role="alert" className="small">
                  {files.broken}：{one.broken}
                  <Space wrap>
                    <Button size="small" onClick={() => void send(one)}>
                      {files.goOn(one.file.name)}
                    </Button>
                    <Button size="small" type="text" onClick={() => forget(one.id)}>
                      {files.giveUp(one.file.name)}
                    </Button>
                  </Space>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Upload
        accept={rules.flatMap((rule) => rule.types).join(",")}
        multiple
        showUploadList={false}
        disabled={full}
        beforeUpload={(file) => {
          choose(file);
          return false;
        }}
      >
        <Button icon={<PlusOutlined />} disabled={full}>
          {t.addPhoto}
        </Button>
      </Upload>
      <div className="small quiet">{files.limits(rules.map((rule) => ({ name: rule.name, megabytes: Math.round(rule.most / 1024 / 1024) })))}</div>
    </div>
  );
}

export function EvidenceGallery(props: { pieces: Piece[]; criteria: Criterion[] }) {
  const names = new Map(props.criteria.map((criterion) => [criterion.code, criterion.name]));
  return props.pieces.length === 0 ? (
    <span className="quiet">{t.noPhotos}</span>
  ) : (
    <Image.PreviewGroup>
      <ul className="photos">
        {props.pieces.map((piece, index) => (
          <li key={piece.attachment}>
            <FileSeen piece={piece} n={index + 1} />
            {piece.caption && <div className="small">{piece.caption}</div>}
            {piece.criteria && piece.criteria.length > 0 && <div className="small quiet">{piece.criteria.map((code) => names.get(code) ?? code).join("、")}</div>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}

/** A picture is seen, a film and a paper are opened. */
function FileSeen(props: { piece: Piece; n: number; withReceipt?: boolean }) {
  const { piece, n } = props;
  const file = useStoredFile(piece.attachment).data?.file;
  if (file === undefined) {
    return <div className="file-tile quiet">{t.photo(n)}</div>;
  }
  return (
    <>
      {file.kind === "PICTURE" && file.scan !== "WAITING" ? (
        <Image src={thumbnailAddress(file.id)} preview={{ src: fileAddress(file.id) }} alt={piece.caption || t.photo(n)} />
      ) : (
        <a className="file-tile" href={fileAddress(file.id)} download={file.name} aria-label={files.open(file.name)}>
          {file.kind === "VIDEO" ? <VideoCameraOutlined /> : <FileTextOutlined />}
          <span className="small">{file.name}</span>
        </a>
      )}
      {props.withReceipt && (
        <div className="small quiet" title={file.sentSha256}>
          {fileSize(file.size)} · {file.scan === "WAITING" || file.scan === "INFECTED" ? files.scans[file.scan] : files.receipt(file.sentSha256)}
        </div>
      )}
    </>
  );
}
