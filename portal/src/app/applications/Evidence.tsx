import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Image, Input, Progress, Select, Upload } from "antd";
import { useRef, useState } from "react";
import { asProblem } from "../../api/problem";
import { signs } from "../../shared/limits";
import { applications as t } from "../../texts/zh-CN";
import type { Criterion, Piece } from "./form";
import { photoAddress, photoFault, sendPhoto, thumbnailAddress } from "./photos";
import { longest } from "./queries";

type Sending = { key: string; name: string; percent: number };

/** A form field whose value are uploaded pieces of evidence, each with what it shows and what it proves. */
export function EvidenceField(props: { id?: string; schoolId: string; max: number; criteria: Criterion[]; value?: Piece[]; onChange?: (pieces: Piece[]) => void }) {
  const { message } = App.useApp();
  const pieces = props.value ?? [];
  const [sending, setSending] = useState<Sending[]>([]);
  // Several uploads may end in any order, each adding to what stands then and not to what stood when it began.
  const latest = useRef(pieces);
  const change = (changed: Piece[]) => {
    latest.current = changed;
    props.onChange?.(changed);
  };
  const say = (attachment: string, more: Partial<Piece>) => change(latest.current.map((piece) => (piece.attachment === attachment ? { ...piece, ...more } : piece)));

  const send = async (file: File) => {
    const fault = photoFault(file);
    if (fault !== undefined) {
      void message.error(fault);
      return;
    }
    const key = crypto.randomUUID();
    setSending((all) => [...all, { key, name: file.name, percent: 0 }]);
    try {
      const photo = await sendPhoto(props.schoolId, file, (share) =>
        setSending((all) => all.map((one) => (one.key === key ? { ...one, percent: Math.round(share * 100) } : one))),
      );
      change([...latest.current, { attachment: photo.id }]);
    } catch (error) {
      void message.error({ content: `${file.name}：${asProblem(error).message}`, duration: 8 });
    } finally {
      setSending((all) => all.filter((one) => one.key !== key));
    }
  };

  const full = pieces.length + sending.length >= props.max;
  return (
    <div className="stack" id={props.id}>
      {pieces.length + sending.length > 0 && (
        <ul className="photos">
          {pieces.map((piece, index) => (
            <li key={piece.attachment}>
              <Image src={thumbnailAddress(piece.attachment)} preview={{ src: photoAddress(piece.attachment) }} alt={piece.caption || t.photo(index + 1)} />
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
            <li key={one.key}>
              <div className="small">{one.name}</div>
              <Progress percent={one.percent} size="small" aria-label={t.uploading(one.percent)} />
            </li>
          ))}
        </ul>
      )}
      <Upload
        accept="image/jpeg,image/png"
        multiple
        showUploadList={false}
        disabled={full}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button icon={<PlusOutlined />} disabled={full}>
          {t.addPhoto}
        </Button>
      </Upload>
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
            <Image src={thumbnailAddress(piece.attachment)} preview={{ src: photoAddress(piece.attachment) }} alt={piece.caption || t.photo(index + 1)} />
            {piece.caption && <div className="small">{piece.caption}</div>}
            {piece.criteria && piece.criteria.length > 0 && <div className="small quiet">{piece.criteria.map((code) => names.get(code) ?? code).join("、")}</div>}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
