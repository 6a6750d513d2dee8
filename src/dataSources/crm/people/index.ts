import { selectFromAddress } from "./selectFromAddress";
import { selectUser } from "./selectUser";

export const peopleDataSources = { selectFromAddress, selectUser };
