package dev.drift.engine.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that speaks just enough of the protocol (manual chapter 55) to let a client in, and then
 * fails in a chosen way.
 */
final class FakeServer implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;

  /** What it does with a connection. */
  interface Conduct {
    void serve(FakeServer server, Socket socket) throws IOException;
  }

  private final ServerSocket listener;

  FakeServer(Conduct conduct) {
    try {
      listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(() -> accept(conduct));
  }

  private void accept(Conduct conduct) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        conduct.serve(this, socket);
      } catch (IOException e) {
        // The client or the test has gone.
      }
    }
  }

  String url() {
    return "postgresql://u:secret@127.0.0.1:%d/d?connect_timeout=2"
        .formatted(listener.getLocalPort());
  }

  /** Lets the client in as a server of this version. */
  void greet(Socket socket, String version) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    readStartup(in, socket);
    message(socket, 'R', new byte[] {0, 0, 0, 0});
    message(socket, 'S', parameter("server_version", version));
    message(socket, 'S', parameter("client_encoding", "UTF8"));
    message(socket, 'K', new byte[8]);
    message(socket, 'Z', new byte[] {'I'});
  }

  private static void readStartup(DataInputStream in, Socket socket) throws IOException {
    int length = in.readInt();
    byte[] body = in.readNBytes(length - 4);
    int code = new DataInputStream(new java.io.ByteArrayInputStream(body)).readInt();
    if (code == SSL_REQUEST) {
      socket.getOutputStream().write('N');
      socket.getOutputStream().flush();
      readStartup(in, socket);
    }
  }

  /** Waits for the client's next query. */
  void readQuery(Socket socket) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    in.readByte();
    in.readNBytes(in.readInt() - 4);
  }

  /** Answers a query with one row of three texts. */
  void row(Socket socket, String version, String database, String encoding) throws IOException {
    var description = new ByteArrayOutputStream();
    var out = new DataOutputStream(description);
    out.writeShort(3);
    for (String name : new String[] {"version", "database", "encoding"}) {
      out.write(text(name));
      out.writeInt(0);
      out.writeShort(0);
      out.writeInt(25);
      out.writeShort(-1);
      out.writeInt(-1);
      out.writeShort(0);
    }
    message(socket, 'T', description.toByteArray());
    var row = new ByteArrayOutputStream();
    out = new DataOutputStream(row);
    out.writeShort(3);
    for (String value : new String[] {version, database, encoding}) {
      out.writeInt(value.length());
      out.writeBytes(value);
    }
    message(socket, 'D', row.toByteArray());
    message(socket, 'C', text("SELECT 1"));
    message(socket, 'Z', new byte[] {'I'});
  }

  private static byte[] parameter(String name, String value) {
    return text(name + '\0' + value);
  }

  private static byte[] text(String text) {
    return (text + '\0').getBytes(StandardCharsets.UTF_8);
  }

  private static void message(Socket socket, char type, byte[] body) throws IOException {
    var out = new DataOutputStream(socket.getOutputStream());
    out.writeByte(type);
    out.writeInt(body.length + 4);
    out.write(body);
    out.flush();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
