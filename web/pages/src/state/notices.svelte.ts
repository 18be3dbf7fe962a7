// Short messages: told to everyone who looks or listens, gone after a while.
export interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
}

const SHOWN_FOR = 6000;
let shown = $state.raw<Notice[]>([]);
let spoken = $state('');
let last = 0;

export const notices = {
  get shown(): Notice[] {
    return shown;
  },
  /** The text for the live region. */
  get spoken(): string {
    return spoken;
  },
  /** Shows a message and has it read out. */
  tell(text: string, tone: Notice['tone'] = 'plain'): void {
    last += 1;
    const notice = { id: last, text, tone };
    shown = [...shown, notice];
    spoken = text;
    setTimeout(() => notices.close(notice.id), SHOWN_FOR);
  },
  /** Has something read out that can be seen anyway, such as the figures of a new plan. */
  say(text: string): void {
    spoken = text;
  },
  close(id: number): void {
    shown = shown.filter((notice) => notice.id !== id);
  },
};
