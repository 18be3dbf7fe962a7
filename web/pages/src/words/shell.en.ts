// English words of the frame around every page.
export const words = {
  product: 'cxfolio',
  skip: 'Skip to the content',
  pages: {
    overview: 'Overview',
    customers: 'Customers',
    ecosystem: 'Ecosystem',
    capabilities: 'Capabilities',
    candidates: 'Candidates',
    plan: 'Plan',
    robustness: 'Robustness',
    import: 'Import',
    history: 'History',
    'board-pack': 'Board pack',
  },
  navigation: 'Pages',
  menu: 'Menu',
  dossier: 'Dossier',
  revision: (n: number) => `Revision ${n}`,
  language: 'Language',
  undo: (label: string) => `Undo: ${label}`,
  undone: (label: string) => `Undone: ${label}`,
  nothingToUndo: 'Nothing to undo',
  key: {
    title: 'Who is there?',
    text: 'This service asks for an API key. It is kept in this tab only and forgotten when you close it.',
    label: 'API key',
    enter: 'Enter',
    refused: 'This key was not accepted.',
    change: 'Other key',
  },
  noDossier: {
    title: 'No dossier yet',
    text: 'Put one in through the interface, or start the service with --demo to look at the samples.',
  },
  unknownDossier: {
    title: 'There is no such dossier',
    text: 'It was removed, or you have no role on it.',
    go: 'Open another one',
  },
  unknownPage: { title: 'There is no such page', go: 'To the overview' },
};

export type Words = typeof words;
