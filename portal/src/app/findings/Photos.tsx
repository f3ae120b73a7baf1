import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Image, Upload } from "antd";
import { useState } from "react";
import { asProblem } from "../../api/problem";
import { findings as t } from "../../texts/zh-CN.findings";
import { fileAddress, fileFault, sendFile, thumbnailAddress, useUploadRules } from "../../shared/files";

const MOST = 6;

/** Photographs that show how it was, or how it is. */
export function Photos(props: { what: string; ids: string[] }) {
  return (
    props.ids.length > 0 && (
      <div>
        <div className="quiet">{props.what}</div>
        <ul className="photos">
          {props.ids.map((id, n) => (
            <li key={id}>
              <Image src={thumbnailAddress(id)} preview={{ src: fileAddress(id) }} alt={t.photo(props.what, n + 1)} />
            </li>
          ))}
        </ul>
      </div>
    )
  );
}

/** A form field whose value are the ids of uploaded photographs. */
export function PhotosField(props: { id?: string; what: string; schoolId: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const pictures = (useUploadRules().data?.kinds ?? []).filter((rule) => rule.kind === "PICTURE");
  const ids = props.value ?? [];
  const send = async (file: File) => {
    const fault = fileFault(file, pictures);
    if (fault !== undefined) {
      void message.error(fault);
      return;
    }
    setSending(true);
    try {
      const photo = await sendFile(crypto.randomUUID(), props.schoolId, file, () => undefined);
      props.onChange?.([...ids, photo.id]);
    } catch (error) {
      void message.error({ content: `${file.name}：${asProblem(error).message}`, duration: 8 });
    } finally {
      setSending(false);
    }
  };
  return (
    <div id={props.id}>
      <ul className="photos">
        {ids.map((id, n) => (
          <li key={id}>
            <Image src={thumbnailAddress(id)} preview={{ src: fileAddress(id) }} alt={t.photo(props.what, n + 1)} />
            <Button size="small" icon={<DeleteOutlined />} aria-label={t.remove(n + 1)} onClick={() => props.onChange?.(ids.filter((one) => one !== id))} />
          </li>
        ))}
      </ul>
      {ids.length < MOST && (
        <Upload
          accept="image/jpeg,image/png"
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <Button icon={<PlusOutlined />} loading={sending}>
            {t.addPhoto}
          </Button>
        </Upload>
      )}
    </div>
  );
}
