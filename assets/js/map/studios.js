// All studios on the map: read from the page's data file, clustered, filtered, drawn as marks that can have focus.
// Approximate ones stand together in one dashed ring at their place. Without a place on the map, a studio is only listed.

import { loadPoints } from "../points.js";
import { say } from "../say.js";
import { groupCard, studioCard } from "./cards.js";
import { clusterPoints, isOneSpot } from "./clusters.js";
import { catchGestures } from "./gestures.js";
import { followKeys } from "./keys.js";
import { makeMark } from "./marks.js";
import { NamesLayer } from "./names.js";

const L = window.L;

const MAX_CLUSTER_ZOOM = 16;
const MAX_FIT_ZOOM = 13;
const HERE_ZOOM = 15;
const LISTED_IN_CARD = 50;

export const StudioLayer = L.Layer.extend({
  options: { kind: "finder", placeNames: true, label: "" },

  initialize(options) {
    L.setOptions(this, options);
    this._marks = new Map();
    this._accepts = null;
  },

  onAdd(map) {
    const container = map.getContainer();
    this._box = container.closest("[data-points]");
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", this.options.label);
    this._group = L.layerGroup().addTo(map);
    this._names = new NamesLayer(this.options.placeNames).addTo(map);
    this._keys = followKeys(map, this._marks, (mark) => this._activate(mark, true));
    catchGestures(map);
    map.on("moveend", this._draw, this);
    map.on("popupclose", this._returnFocus, this);
    loadPoints(this._box.dataset.points).then((points) => this._start(points)).catch((error) => this._tell("studios-failed", error));
  },

  onRemove(map) {
    map.off("moveend", this._draw, this);
    map.off("popupclose", this._returnFocus, this);
    this._group.remove();
    this._names.remove();
  },

  /** Show only rows that `accepts` (null: all), and move the view to them unless they are in sight. */
  filter(accepts) {
    this._accepts = accepts;
    this._map.closePopup();
    this._cluster();
    this._fit(true);
    this._draw();
  },

  _start(points) {
    this.points = points;
    this._here = this.options.kind === "studio" ? points.id.indexOf(this._box.dataset.here) : -1;
    this._cluster();
    if (this._here >= 0) {
      this._map.setView([points.lat[this._here], points.lng[this._here]], HERE_ZOOM, { animate: false });
    } else {
      this._fit(false);
    }
    this._draw();
    this._tell("studios-drawn", this);
  },

  _tell(name, detail) {
    this._box.dispatchEvent(new CustomEvent(name, { detail }));
  },

  _cluster() {
    const { lat } = this.points;
    const rows = this.points.id.map((_, row) => row);
    this._rows = rows.filter((row) => !Number.isNaN(lat[row]) && (!this._accepts || this._accepts(row)));
    this._clusters = clusterPoints(this.points, this._rows.filter((row) => row !== this._here), MAX_CLUSTER_ZOOM);
  },

  _fit(onlyIfHidden) {
    const { lat, lng } = this.points;
    if (!this._rows.length) {
      return;
    }
    const bounds = L.latLngBounds(this._rows.map((row) => [lat[row], lng[row]]));
    const view = this._map.getBounds();
    const small = view.contains(bounds) && this._map.getBoundsZoom(bounds.pad(0.1)) <= this._map.getZoom() + 1;
    if (!onlyIfHidden || !small) {
      const margin = Math.min(56, this._map.getSize().x / 10);
      this._map.fitBounds(bounds, { padding: [margin, margin], maxZoom: MAX_FIT_ZOOM, animate: onlyIfHidden && moves() });
    }
  },

  _draw() {
    if (!this._clusters) {
      return;
    }
    const bounds = this._map.getBounds().pad(0.15);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const wanted = this._clusters.getClusters(box, Math.floor(this._map.getZoom()));
    if (this._here >= 0) {
      wanted.push(this._clusters.single(this._here));
    }
    const stale = new Set(this._marks.keys());
    for (const feature of wanted) {
      const { key } = feature.properties;
      if (!stale.delete(key)) {
        this._add(key, feature);
      }
    }
    for (const key of stale) {
      this._group.removeLayer(this._marks.get(key));
      this._marks.delete(key);
    }
    this._keys.settle();
    this._names.draw(this.points, [...this._marks.values()]);
  },

  _add(key, feature) {
    const mark = makeMark(this.points, feature, this._here);
    mark.on("click", () => this._activate(mark, false));
    this._marks.set(key, mark);
    this._group.addLayer(mark);
  },

  /** A studio or a place opens its card; a cluster comes nearer. */
  _activate(mark, byKey) {
    const { cluster, cluster_id: id, row } = mark.feature.properties;
    if (!cluster) {
      this._open(mark, this._isGroup(mark) ? groupCard(this.points, [row], 1) : studioCard(this.points, row));
      return;
    }
    const zoom = this._clusters.getClusterExpansionZoom(id);
    if (isOneSpot(mark.feature) || zoom > MAX_CLUSTER_ZOOM) {
      const rows = this._clusters.getLeaves(id, LISTED_IN_CARD).map((leaf) => leaf.properties.row);
      this._open(mark, groupCard(this.points, rows, mark.feature.properties.point_count));
      return;
    }
    if (byKey) {
      this._keys.expectNear(mark.getLatLng());
    }
    this._map.setView(mark.getLatLng(), Math.min(zoom, this._map.getMaxZoom()), { animate: moves() });
  },

  _isGroup(mark) {
    return mark.feature.properties.approximate;
  },

  _open(mark, card) {
    this._opener = mark;
    const popup = L.popup({ maxWidth: 340, minWidth: 220, maxHeight: 320, offset: [0, -mark.radius + 4], autoPanPadding: [16, 16] });
    popup.setLatLng(mark.getLatLng()).setContent(card).openOn(this._map);
    const element = popup.getElement();
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", mark.label);
    const close = element.querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", say("map_close"));
    close.setAttribute("title", say("map_close"));
    const first = card.querySelector("a");
    if (first) {
      first.focus({ preventScroll: true });
    }
  },

  _returnFocus(event) {
    const element = event.popup.getElement();
    if (element && element.contains(document.activeElement) && this._opener) {
      this._keys.focus(this._opener);
    }
  },
});

function moves() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
