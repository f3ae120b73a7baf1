import { CameraOutlined, DeleteOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Image } from "antd";
import { useRef, useState } from "react";
import { field as t } from "../../texts/zh-CN.field";
import { fieldKey } from "../field/field";
import { fieldStore } from "../field/store";
import { photoAddress } from "./queries";

/** As the service bounds them. */
const most = 12;
/** Enough to read a notice on a wall; a phone's own picture is ten times as heavy (pixels). */
const longest = 1600;

/** Pictures of a visit, from this device where it has them, else from the service. */
export function FieldPhotos(props: { inspection: string; ids: string[]; onRemove?: (id: string) => void }) {
  return (
    props.ids.length > 0 && (
      <ul className="photos">
        {props.ids.map((id, n) => (
          <li key={id}>
            <FieldPhoto inspection={props.inspection} id={id} alt={t.photo(n + 1)} />
            {props.onRemove !== undefined && <Button size="small" icon={<DeleteOutlined />} aria-label={t.removePhoto(n + 1)} onClick={() => props.onRemove?.(id)} />}
          </li>
        ))}
      </ul>
    )
  );
}

export function FieldPhoto(props: { inspection: string; id: string; alt: string }) {
  const address = useQuery({
    queryKey: [...fieldKey, "photo", props.id],
    queryFn: async () => {
      const kept = await fieldStore.photo(props.id);
      return kept === undefined ? photoAddress(props.inspection, props.id) : URL.createObjectURL(kept.picture);
    },
    staleTime: Infinity,
  }).data;
  return address !== undefined && <Image src={address} alt={props.alt} />;
}

/** Takes pictures with the camera or from the album; they are kept here before anything else happens to them. */
export function AddPhotos(props: { inspection: string; owner: string; ids: string[]; onAdd: (ids: string[]) => void }) {
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [taking, setTaking] = useState(false);
  const take = async (files: File[]) => {
    setTaking(true);
    try {
      const taken: string[] = [];
      for (const file of files.slice(0, most - props.ids.length)) {
        const picture = await made(file);
        if (picture === undefined) {
          void message.error(t.photoFailed);
          continue;
        }
        taken.push(await keepPicture(props.owner, props.inspection, picture));
      }
      if (taken.length > 0) {
        props.onAdd(taken);
      }
    } finally {
      setTaking(false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button icon={<CameraOutlined />} loading={taking} disabled={props.ids.length >= most} onClick={() => input.current?.click()}>
        {props.ids.length >= most ? t.photosFull(most) : t.addPhoto}
      </Button>
    </>
  );
}

/** Keeps a picture of a visit on this device, to be sent; answers its id. */
export async function keepPicture(owner: string, inspectionId: string, picture: Blob): Promise<string> {
  const id = crypto.randomUUID();
  await fieldStore.putPhoto({ id, owner, inspectionId, picture, sent: false });
  return id;
}

/** Drawn anew and smaller, the right way up: nothing but the picture leaves the device. Undefined if it is none. */
async function made(file: Blob): Promise<Blob | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await jpegOf(canvas);
  } catch {
    return undefined;
  }
}

export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/jpeg", 0.82));
}
