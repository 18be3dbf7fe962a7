// How many rows a printed page holds; what is beyond is counted, never cut.
export const FUNDED_AT_MOST = 22;
export const LEFT_OUT_AT_MOST = 16;
export const PRICES_AT_MOST = 5;
export const RISKS_AT_MOST = 8;
export const OWNERS_AT_MOST = 3;
export const EXITS_AT_MOST = 12;
export const SCENARIOS_AT_MOST = 9;
export const MOMENTS_AT_MOST = 8;
export const STUDIES_AT_MOST = 5;
export const ROLES_AT_MOST = 5;
