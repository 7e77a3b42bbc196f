// What the menu of a row offers.
import Archive from "@lucide/svelte/icons/archive";
import ArchiveRestore from "@lucide/svelte/icons/archive-restore";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import ClipboardCheck from "@lucide/svelte/icons/clipboard-check";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import GitCompareArrows from "@lucide/svelte/icons/git-compare-arrows";
import LayoutTemplate from "@lucide/svelte/icons/layout-template";
import PenLine from "@lucide/svelte/icons/pen-line";
import Share from "@lucide/svelte/icons/share";
import Trash2 from "@lucide/svelte/icons/trash-2";
import Undo2 from "@lucide/svelte/icons/undo-2";
import { m } from "../../i18n";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { Status } from "../../ipc/generated/Status";

/** What can be done with the document of a row. */
export interface RowActions {
  onopen: (id: string) => void;
  onedit: (id: string) => void;
  oncompare: (id: string) => void;
  onexport: (card: DocumentCard) => void;
  /** Whether a document is under control. */
  followed: (id: string) => boolean;
  oncontrol: (card: DocumentCard) => void;
  ontemplate: (card: DocumentCard) => void;
  onremove: (ids: string[]) => void;
  onrestore: (ids: string[]) => void;
  onstatus: (ids: string[], status: Status) => void;
  onpurge: (ids: string[]) => void;
}

/** An item of a menu. */
interface Item {
  label: string;
  icon: typeof Archive;
  onselect: () => void;
}

/** The menu of a document in the library. */
export function itemsOf(card: DocumentCard, act: RowActions): Item[] {
  const to = (status: Status, label: string, icon: typeof Archive): Item => ({
    label,
    icon,
    onselect: () => act.onstatus([card.id], status),
  });
  return [
    { label: m.action_open(), icon: FolderOpen, onselect: () => act.onopen(card.id) },
    { label: m.draft_edit(), icon: PenLine, onselect: () => act.onedit(card.id) },
    {
      label: m.library_compare_with(),
      icon: GitCompareArrows,
      onselect: () => act.oncompare(card.id),
    },
    { label: m.document_export(), icon: Share, onselect: () => act.onexport(card) },
    {
      label: act.followed(card.id) ? m.control_show() : m.control_put(),
      icon: ClipboardCheck,
      onselect: () => act.oncontrol(card),
    },
    { label: m.template_keep_library(), icon: LayoutTemplate, onselect: () => act.ontemplate(card) },
    card.status === "draft"
      ? to("adopted", m.library_to_adopted(), CircleCheck)
      : to("draft", m.library_to_draft(), PenLine),
    card.status === "archived"
      ? to("adopted", m.library_to_adopted(), ArchiveRestore)
      : to("archived", m.library_to_archived(), Archive),
    { label: m.library_remove(), icon: Trash2, onselect: () => act.onremove([card.id]) },
  ];
}

/** The menu of a document in the bin. */
export function itemsInBin({ id }: DocumentCard, act: RowActions): Item[] {
  return [
    { label: m.library_restore(), icon: Undo2, onselect: () => act.onrestore([id]) },
    { label: m.library_purge(), icon: Trash2, onselect: () => act.onpurge([id]) },
  ];
}
