import { selectCustomView } from "./selectCustomView";
import { selectLayout } from "./selectLayout";
import { selectPicklistValue } from "./selectPicklistValue";
import { selectPipeline } from "./selectPipeline";
import { selectRelatedList } from "./selectRelatedList";
import { selectTag } from "./selectTag";

export const settingsDataSources = {
  selectCustomView,
  selectLayout,
  selectPicklistValue,
  selectPipeline,
  selectRelatedList,
  selectTag,
};
