import java.net.InetAddress;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * Starts DynamoDB Local with three things its own main class lacks: it listens on the loopback address only,
 * on a port of its own choosing which it prints, and it dies with whoever holds the other end of its stdin,
 * so that even a killed parent leaves no JVM behind.
 *
 * Committed compiled, because a Java runtime cannot compile. To compile it again, in the folder of
 * DynamoDBLocal.jar: javac --release 17 -g:none -cp 'DynamoDBLocal.jar:DynamoDBLocal_lib/*' -d HERE HERE/Loopback.java
 */
public final class Loopback {
  public static void main(String[] arguments) throws Exception {
    var leash = new Thread(Loopback::dieWithParent, "leash");
    leash.setDaemon(true);
    leash.start();

    var local = ServerRunner.createServerFromCommandLineArgs(arguments);
    var field = local.getClass().getDeclaredField("server");
    field.setAccessible(true);
    var server = (Server) field.get(local);
    for (Connector connector : server.getConnectors()) {
      ((ServerConnector) connector).setHost(InetAddress.getLoopbackAddress().getHostAddress());
      ((ServerConnector) connector).setPort(0);
    }
    server.start();
    System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    server.join();
  }

  private static void dieWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (java.io.IOException broken) {
      // A broken pipe means the same as a closed one.
    }
    Runtime.getRuntime().halt(0);
  }
}
