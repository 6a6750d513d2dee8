import { oauth2 } from "./oauth2";
import { zohoTemplatedConnection } from "./zohoTemplatedConnection";
import { zohoVerticalSolution } from "./zohoVerticalSolution";

export const connections = [zohoTemplatedConnection, oauth2, zohoVerticalSolution];
