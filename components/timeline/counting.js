// All that very many events need, as one object that the timeline is handed: the one offline file goes without.
import { eventsBehind, listAsked, receive, startCounted, wantWindow } from "./counted.js"
import { BAND, BARS, countItems, drawCounted, drawDensity, numberBox, peaks } from "./density.js"

export const counting = {
  BAND, BARS, countItems, drawCounted, drawDensity, eventsBehind, listAsked, numberBox, peaks, receive, startCounted, wantWindow,
}
