/** Everything that the shared templates ask of the records. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DutyWords } from "./duty.mjs";
import { fill, listed, runs } from "./links.mjs";

/** What templates may call, beside `get` and `all`. */
export class Tables extends DutyWords {
  standing(studio) {
    const words = this.w.status;
    const status = studio.status ?? "open";
    if (this.hasEnded(studio)) {
      return [words.ended, "ended"];
    }
    if (["suspended", "closed", "unknown"].includes(status)) {
      return [words[status], status];
    }
    if (["preparing", "building"].includes(status)) {
      return [words[status], "preparing"];
    }
    return studio.form === "online-studio" || studio.venue === "online" ? [words.online, "online"] : null;
  }

  /** What the first card says: whether somebody is there, where it is, how to reach it. */
  answer(studio) {
    const words = this.w.studio;
    const rules = this.current(studio);
    const [state, title, lead] = this.state(studio, rules);
    const comes = !["ended", "closed", "suspended", "preparing"].includes(state);
    const hours = comes ? this.hours(studio.hours ?? "") : [];
    const facts = [];
    if (comes) {
      facts.push(...rules.slice(1).map((rule) => [words.label.duty, this.when(rule)]));
      for (const rule of rules) {
        facts.push(...this.exceptions(rule).map((line) => [words.label.exceptions, line]));
      }
      if (hours.length === 1 || studio.hours_text) {
        facts.push([words.label.hours, hours.length ? hours[0].join(" ") : studio.hours_text]);
      }
    }
    const note = studio.address_public === "no" ? words.address_not_public : "";
    facts.push([words.label.place, studio.place + (studio.address ? note : words.no_door)]);
    if (studio.directions) {
      facts.push([words.label.directions, studio.directions]);
    }
    const [phones, whose] = this.phones(studio);
    return { state, title, lead, facts, phones, whose, rules: comes ? rules : [], hours, seats: this.seats(studio) };
  }

  state(studio, rules) {
    const { head, lead } = this.w.studio;
    const status = studio.status ?? "open";
    if (this.hasEnded(studio)) {
      return ["ended", head.ended, fill(lead.ended, { date: this.date(studio.valid_to) })];
    }
    if (["closed", "suspended", "preparing", "building"].includes(status)) {
      const state = status === "building" ? "preparing" : status;
      return [state, head[status], lead[state]];
    }
    const said = lead[studio.visit] ?? "";
    if (studio.form === "online-studio" || studio.venue === "online") {
      return ["online", head.online, said || lead.online];
    }
    if (rules.length) {
      return ["later", fill(head.duty, { when: this.when(rules[0]) }), said];
    }
    if (studio.duty_text) {
      return ["later", fill(head.duty, { when: studio.duty_text }), said];
    }
    return ["unknown", head.unknown, said || lead.unknown];
  }

  phones(studio) {
    if (studio.phone) {
      return [listed(studio.phone), ""];
    }
    const body = this.records("organization", [studio.host, studio.owner]).find((one) => one.phone);
    return body ? [listed(body.phone), body.name] : [[], ""];
  }

  seats(studio) {
    const seats = [];
    for (const seat of studio.members ?? []) {
      const member = this.get("member", seat.member);
      if (member && (!seat.to || seat.to >= this.day)) {
        let role = this.w.choices.role[seat.role ?? "member"];
        if (member.consent === "yes" && member.sectors) {
          role += ` · ${this.sectors(member.sectors)}`;
        }
        seats.push([member, role]);
      }
    }
    return seats;
  }

  compliance(studio) {
    return runs(studio.compliance, (one) => one.framework).map(([id, checks]) => {
      const framework = this.get("framework", id);
      const names = new Map(framework.items.map((item) => [item.id, item.name]));
      return [framework.name, checks.map((one) => [names.get(one.item) ?? "", one])];
    });
  }

  asset(path) {
    let found = this.versions.get(path);
    if (found === undefined) {
      const file = join(this.assets, path);
      const data = existsSync(file) ? readFileSync(file) : ""; // ours alone composes maps and the words of scripts
      const digest = createHash("md5").update(data).digest("hex");
      found = `/assets/${path}?v=${digest.slice(0, 10)}`;
      this.versions.set(path, found);
    }
    return found;
  }
}
