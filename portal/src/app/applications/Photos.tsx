import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Image, Progress, Upload } from "antd";
import { useRef, useState } from "react";
import { asProblem } from "../../api/problem";
import { applications as t } from "../../texts/zh-CN";
import { longest } from "./queries";
import { photoAddress, photoFault, sendPhoto } from "./photos";

type Sending = { key: string; name: string; percent: number };

/** A form field whose value is the ids of uploaded photos, in their order. */
export function PhotosField(props: { id?: string; schoolId: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { message } = App.useApp();
  const photos = props.value ?? [];
  const [sending, setSending] = useState<Sending[]>([]);
  // Several uploads may end in any order, each adding to what stands then and not to what stood when it began.
  const latest = useRef(photos);
  const change = (ids: string[]) => {
    latest.current = ids;
    props.onChange?.(ids);
  };

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
      change([...latest.current, photo.id]);
    } catch (error) {
      void message.error({ content: `${file.name}：${asProblem(error).message}`, duration: 8 });
    } finally {
      setSending((all) => all.filter((one) => one.key !== key));
    }
  };

  return (
    <div className="stack" id={props.id}>
      {photos.length + sending.length > 0 && (
        <ul className="photos">
          {photos.map((id, index) => (
            <li key={id}>
              <Image src={photoAddress(id)} alt={t.photo(index + 1)} />
              <Button type="text" size="small" icon={<DeleteOutlined />} onClick={() => change(photos.filter((other) => other !== id))}>
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
        disabled={photos.length + sending.length >= longest.photos}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button icon={<PlusOutlined />} disabled={photos.length + sending.length >= longest.photos}>
          {t.addPhoto}
        </Button>
      </Upload>
    </div>
  );
}

export function PhotoGallery(props: { photos: string[] }) {
  return props.photos.length === 0 ? (
    <span className="quiet">{t.noPhotos}</span>
  ) : (
    <Image.PreviewGroup>
      <ul className="photos">
        {props.photos.map((id, index) => (
          <li key={id}>
            <Image src={photoAddress(id)} alt={t.photo(index + 1)} />
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
