import { type DocumentForm, useDocumentForm } from '../platform/document-form/use-document-form.ts';
import { contentOfNetwork, networkBody, type NetworkContent, networkSentences } from './network-form.ts';
import { type Network, saveNetwork } from './network-queries.ts';

/** The network in a form, whichever part of it is edited: it is saved as a whole. */
export const useNetworkForm = (
  network: Network,
  today: string,
  onSaved: (network: Network) => void,
  begin: (content: NetworkContent) => NetworkContent = (content) => content,
): DocumentForm<NetworkContent> =>
  useDocumentForm<NetworkContent, Network>({
    version: network.version,
    content: contentOfNetwork(network),
    begin,
    put: (content, version) => saveNetwork(network.clientId, networkBody(content), version),
    read: (saved) => ({ version: saved.version, content: contentOfNetwork(saved) }),
    faultsOf: (content) => networkSentences(content, today),
    onSaved,
  });
