import { oauth2 } from "./oauth2";
import { regionalConnections } from "./regional";
import { zohoSelfClient } from "./zohoSelfClient";
import { zohoVerticalSolution } from "./zohoVerticalSolution";

export const connections = [...regionalConnections, zohoSelfClient, oauth2, zohoVerticalSolution];
