// Fills in the few globals that ECharts touches at load time and that a bare JavaScript engine lacks.
// Timers never fire: a chart is drawn at once, without animation. Where a global exists it is left alone.
const host = globalThis as unknown as Record<string, unknown>;
const nothing = (): number => 0;

host.console ??= { log: nothing, warn: nothing, error: nothing, info: nothing };
host.setTimeout ??= nothing;
host.clearTimeout ??= nothing;
host.setInterval ??= nothing;
host.clearInterval ??= nothing;

export {};
