/** What the page gives the sidebar's script: where it starts, and the way into the sheet's script. */

type Pane = "check" | "export" | "earlier" | "rehearse" | "questions" | "connect" | "repair" | "addColumn" | "help";
type Action = "check" | "export" | "rehearse" | "set-up" | "add-column";
type Period = { from: string; to: string };
type Preset = { period: Period; label: string };
type CopyKind = "continues" | "test" | "other";
type Asked = {
  action: Action;
  period: Period;
  selection: "new" | "all";
  plan: string;
  documents?: string[];
  hold?: string[];
  customers?: "all" | "";
  column?: Column;
};
type Column = { tab: string; header: string };
type Words = ReturnType<typeof wordsEnglish_>;

declare const START: {
  pane: Pane;
  language: string;
  labels: Words["labels"];
  help: Words["help"];
  isConnected: boolean;
  deliversToDrive: boolean;
  youAre: string;
  periods: Preset[];
};

declare const google: { script: { run: any } };
