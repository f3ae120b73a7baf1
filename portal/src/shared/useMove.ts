import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { App, type FormInstance } from "antd";
import { asProblem, type Problem, signInNeeded, sortFieldErrors } from "../api/problem";
import { common } from "../texts/zh-CN";

type Move<V, R> = {
  run: (values: V) => Promise<R>;
  /** What is read again afterwards. */
  refresh: QueryKey[];
  /** Said when it is done. */
  done?: string;
  /** The form whose fields a refusal may name. */
  form?: FormInstance;
  afterwards?: (result: R, values: V) => void;
};

/**
 * One thing a person does: a call, what to read again after it, and what to say.
 * A refusal goes beside the field it names; what names no field is said at the top of the window;
 * a stale version offers the newer content.
 */
export function useMove<V = void, R = unknown>(move: Move<V, R>) {
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const refresh = () => Promise.all(move.refresh.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation<R, unknown, V>({
    mutationFn: move.run,
    // Said at once, and no button answers to what is old by now until all is read again.
    onSuccess: async (result, values) => {
      const reading = refresh();
      if (move.done !== undefined) {
        void message.success(move.done);
      }
      move.afterwards?.(result, values);
      await reading;
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (signInNeeded(problem) !== undefined) {
        return; // The shell already offers to sign in again.
      }
      if (problem.code === "stale-version") {
        void modal.confirm({
          title: common.staleTitle,
          content: common.staleText,
          okText: common.loadNewest,
          cancelText: common.stayHere,
          onOk: refresh,
        });
        return;
      }
      const unplaced = showBesideFields(problem, move.form);
      if (unplaced !== undefined) {
        void message.error({ content: unplaced, duration: 8 });
      }
    },
  });
}

/** Puts a refusal's messages beside the form's fields; answers what is left to say, if anything. */
export function showBesideFields(problem: Problem, form: FormInstance | undefined): string | undefined {
  if (form === undefined || problem.errors.length === 0) {
    return [problem.message, ...problem.errors.map((error) => error.message)].join(" ");
  }
  const names = form.getFieldsError().map((field) => field.name);
  const { beside, elsewhere } = sortFieldErrors(problem, names);
  form.setFields(beside);
  if (beside[0] !== undefined) {
    form.scrollToField(beside[0].name, { block: "center" });
  }
  return elsewhere.length === 0 ? undefined : [problem.message, ...elsewhere.map((error) => error.message)].join(" ");
}
