import { selectConvertableModule } from "./selectConvertableModule";
import { selectCreatableModule } from "./selectCreatableModule";
import { selectCrmRecord } from "./selectCrmRecord";
import { selectDeletableModule } from "./selectDeletableModule";
import { selectField } from "./selectField";
import { selectUpdatableModule } from "./selectUpdatableModule";
import { selectUpsertableModule } from "./selectUpsertableModule";
import { selectViewableModule } from "./selectViewableModule";
import { selectWritableField } from "./selectWritableField";

export const crmDataSources = {
  selectConvertableModule,
  selectCreatableModule,
  selectCrmRecord,
  selectDeletableModule,
  selectField,
  selectUpdatableModule,
  selectUpsertableModule,
  selectViewableModule,
  selectWritableField,
};
