import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input } from "antd";
import { useEffect, useRef, useState } from "react";

/** A pause after which somebody is taken to have finished writing, in milliseconds. */
const PAUSE = 300;

/** What a list is searched for, as its address says. */
export const useWords = () => useSearch({ strict: false }).words ?? "";

/** Where it is written; the address follows when the writer pauses, and what is written follows an address that is opened. */
export function SearchWords(props: { label: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const [written, setWritten] = useState(words);
  const [known, setKnown] = useState(words);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  if (known !== words) {
    setKnown(words);
    if (words !== written.trim()) {
      setWritten(words);
    }
  }
  const write = (text: string) => {
    setWritten(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => void navigate({ to: ".", search: (before) => ({ ...before, words: text.trim() || undefined }), replace: true }), PAUSE);
  };
  return <Input.Search allowClear aria-label={props.label} placeholder={props.label} style={{ width: 240 }} maxLength={40} value={written} onChange={(event) => write(event.target.value)} />;
}
