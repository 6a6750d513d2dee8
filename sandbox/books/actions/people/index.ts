import type { Route } from "../../../http/route";
import { contactRoutes } from "./contacts";
import { projectRoutes } from "./projects";
import { userRoutes } from "./users";

export const peopleRoutes: Route[] = [...contactRoutes, ...projectRoutes, ...userRoutes];
