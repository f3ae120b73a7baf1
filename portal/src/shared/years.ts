/** No programme is older, and nothing belongs to one. */
export const firstYear = 2018;

export const lastYear = 2100;
